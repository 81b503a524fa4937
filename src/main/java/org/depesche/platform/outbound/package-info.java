/**
 * The only way to call a foreign URL: bounded in time and size, without redirects. Door:
 * {@link org.depesche.platform.outbound.OutboundHttpClient}. Calls only what operators configured; addresses that others bring need a
 * look at where they lead first.
 */
@NullMarked
package org.depesche.platform.outbound;

import org.jspecify.annotations.NullMarked;
