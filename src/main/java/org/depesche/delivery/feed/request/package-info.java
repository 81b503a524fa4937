/**
 * What a request for a feed asks for: parameters, their defaults and what a caller without a key may have. Public API: {@link
 * org.depesche.delivery.feed.request.FeedRequestReader}. It reads no article.
 */
@NullMarked
package org.depesche.delivery.feed.request;

import org.jspecify.annotations.NullMarked;
