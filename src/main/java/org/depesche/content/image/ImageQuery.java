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
public record ImageQuery(@Nullable Site site, List<String> words, @Nullable String credit, int minWidth,
        @Nullable Orientation orientation,
        PageQuery page, boolean isCounted) {

    public ImageQuery {
        words = List.copyOf(words);
    }

    /** How an image lies; the condition holds only where both sides are known. */
    enum Orientation {
        LANDSCAPE("i.width > i.height"),
        PORTRAIT("i.width < i.height"),
        SQUARE("i.width = i.height");

        private final String condition;

        Orientation(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }
}
