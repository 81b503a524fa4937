/** API keys, the first admin key, the {@code Authorization: Bearer} header. */
@NullMarked
package org.depesche.platform.access.key;

import org.jspecify.annotations.NullMarked;
