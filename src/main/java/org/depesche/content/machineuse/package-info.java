/**
 * The policy on the use of content by machines. Sites, categories and articles state it as {@link
 * org.depesche.content.machineuse.MachineUse}, and the other classes express it in the terms of each standard. This package
 * reads no data, so that all representations depend on the policy alone.
 */
@NullMarked
package org.depesche.content.machineuse;

import org.jspecify.annotations.NullMarked;
