/**
 * Lists of public articles: every filter value of a site is a list in two orders (published, updated), with its size.
 * One table serves every filter, so that each single filter, order and depth costs the same. Callers use
 * {@link org.depesche.content.listing.PublishedListReader} for pages, {@link org.depesche.content.listing.ListRegistry} for
 * sizes, and {@link org.depesche.content.listing.ListWriter} for publications. This package knows only the ids and the
 * times of articles.
 */
@NullMarked
package org.depesche.content.listing;

import org.jspecify.annotations.NullMarked;
