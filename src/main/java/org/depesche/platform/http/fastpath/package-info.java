/**
 * Answers the reads that are most frequent and simple without the framework's routing, filters and transaction. Public API:
 * {@link org.depesche.platform.http.fastpath.FastEndpoint}, which takes such requests. A request that is not simple goes on to
 * the framework, which answers everything. This room writes no header of its own.
 */
@NullMarked
package org.depesche.platform.http.fastpath;

import org.jspecify.annotations.NullMarked;
