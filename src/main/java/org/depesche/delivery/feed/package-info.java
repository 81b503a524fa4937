/**
 * Feeds of the public articles for readers and partner sites. {@link org.depesche.delivery.feed.FeedsResource} has the
 * endpoints, {@link org.depesche.delivery.feed.Feeds} and {@link org.depesche.delivery.feed.OrderedFeeds} choose the articles
 * by the filters of the article list, and {@link org.depesche.delivery.feed.format} writes them. A feed is a function of
 * committed data: it never asks the clock, and never reads what is not public.
 */
@NullMarked
package org.depesche.delivery.feed;

import org.jspecify.annotations.NullMarked;
