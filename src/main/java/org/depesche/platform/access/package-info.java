/**
 * The callers of requests and their roles. Endpoints use {@link org.depesche.platform.access.Roles}, and use cases read
 * {@link org.depesche.platform.access.Caller}. This room has no knowledge of keys, of tokens, or of content.
 */
@NullMarked
package org.depesche.platform.access;

import org.jspecify.annotations.NullMarked;
