package org.depesche.content.image;

import java.util.List;

import org.depesche.content.site.Site;
import org.depesche.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which images.
 *
 * @param site where they are in use; absent: also those that nothing uses
 * @param words all of them, in alternative text or caption
 * @param credit part of it
 * @param minWidth 0: any or unknown
 */
record ImageQuery(@Nullable Site site, List<String> words, @Nullable String credit, int minWidth,
        @Nullable Orientation orientation,
        PageQuery page, boolean isCounted) {

    ImageQuery {
        words = List.copyOf(words);
    }
}
