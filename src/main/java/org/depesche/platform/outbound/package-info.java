/**
 * HTTP calls to other servers, bounded in time and size. {@link org.depesche.platform.outbound.OutboundHttpClient} calls URLs
 * that operators configured. {@link org.depesche.platform.outbound.GuardedHttpClient} and
 * {@link org.depesche.platform.outbound.GuardedDownload} call URLs of users, and never a target that
 * {@link org.depesche.platform.outbound.TargetPolicy} did not check.
 */
@NullMarked
package org.depesche.platform.outbound;

import org.jspecify.annotations.NullMarked;
