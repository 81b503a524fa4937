/**
 * HTTP calls to other servers: bounded in time and size, without redirects. Public API: {@link
 * org.depesche.platform.outbound.OutboundHttpClient}. Calls only URLs that operators configured. URLs from users would
 * need a check of their target first.
 */
@NullMarked
package org.depesche.platform.outbound;

import org.jspecify.annotations.NullMarked;
