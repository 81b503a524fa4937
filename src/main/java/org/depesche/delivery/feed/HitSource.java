package org.depesche.delivery.feed;

import java.util.List;

import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.jspecify.annotations.Nullable;

/** Finds the articles of a feed, the newest first. */
@FunctionalInterface
interface HitSource {

    /** The next articles of a filter after a position, or the first ones. */
    List<ListHit> page(ListFilter filter, @Nullable KeysetPosition after, int limit);
}
