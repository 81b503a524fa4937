package org.depesche.content.image;

import java.util.List;

import org.depesche.content.site.Site;
import org.depesche.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * A query for images.
 *
 * @param site the site on which they are in use; null includes unused images
 * @param words the words that alternative text or caption must contain, all of them
 * @param credit a part of the credit
 * @param minWidth the minimum width in pixels; 0 includes images of unknown width
 */
public record ImageQuery(@Nullable Site site, List<String> words, @Nullable String credit, int minWidth,
        @Nullable Orientation orientation,
        PageQuery page, boolean isCounted) {

    public ImageQuery {
        words = List.copyOf(words);
    }

    /** The orientation of an image. The condition is false if width or height is unknown. */
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
