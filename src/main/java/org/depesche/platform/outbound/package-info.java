/**
 * HTTP calls to other servers, bounded in time and size. Public API: {@link org.depesche.platform.outbound.OutboundHttpClient}
 * calls URLs that operators configured. {@link org.depesche.platform.outbound.GuardedHttpClient} and {@link
 * org.depesche.platform.outbound.GuardedDownload} call URLs of users, whose target is checked first.
 */
@NullMarked
package org.depesche.platform.outbound;

import org.jspecify.annotations.NullMarked;
