/**
 * Who is calling and what they may do: API keys, access tokens of an issuer, roles, the caller of a
 * request, and the recording of what was done. Doors:
 * {@link org.depesche.platform.access.Roles} on endpoints, {@link org.depesche.platform.access.Caller},
 * {@link org.depesche.platform.audit.AuditLog}.
 * Never keeps, logs or shows a key's text after it was made, and knows no news.
 */
@NullMarked
package org.depesche.platform.access;

import org.jspecify.annotations.NullMarked;
