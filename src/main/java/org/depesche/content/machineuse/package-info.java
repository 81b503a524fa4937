/**
 * What machines may do with the content: {@link org.depesche.content.machineuse.MachineUse} is the policy that sites,
 * categories and articles state, and the other classes say it in the words of each standard. This room reads no data, so that
 * all representations depend on the policy alone.
 */
@NullMarked
package org.depesche.content.machineuse;

import org.jspecify.annotations.NullMarked;
