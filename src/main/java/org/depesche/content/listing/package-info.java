/**
 * Every filter value of a site is a list of public articles in two orders (published, updated), with its size. One shape
 * of table serves every filter, so each single filter, sort and depth costs the same. Doors: {@link
 * org.depesche.content.listing.ListRegistry} to find and count, {@link org.depesche.content.listing.ListWriter} for
 * publications, {@link org.depesche.content.listing.ListFilter} to page. Knows no article beyond its id and times.
 */
@NullMarked
package org.depesche.content.listing;

import org.jspecify.annotations.NullMarked;
