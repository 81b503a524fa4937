package org.depesche.content.image;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.depesche.content.site.Site;
import org.depesche.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * A query for images.
 *
 * @param site the site on which they are in use; null includes unused images
 * @param words the words that alternative text or caption must contain, all of them
 * @param credit a part of the credit
 * @param missing the members of which an image must lack at least one; empty includes complete images
 * @param minWidth the minimum width in pixels; 0 includes images of unknown width
 */
public record ImageQuery(@Nullable Site site, List<String> words, @Nullable String credit, int minWidth,
        @Nullable Orientation orientation, Set<Missing> missing,
        PageQuery page, boolean isCounted) {

    public ImageQuery {
        words = List.copyOf(words);
        missing = missing.isEmpty() ? Set.of() : EnumSet.copyOf(missing);
    }

    /** The members that an image should have before it is published. */
    public enum Missing {
        ALT("i.alt is null and not i.decorative"),
        CREDIT("i.credit is null"),
        /** An image with neither a copyright notice nor usage terms nor a license. */
        RIGHTS("json_value(i.details, '$.rights.copyright') is null and json_value(i.details, '$.rights.usageTerms') is null"
                + " and json_value(i.details, '$.rights.licenseUrl') is null");

        private final String condition;

        Missing(String condition) {
            this.condition = condition;
        }

        String condition() {
            return "(" + condition + ")";
        }
    }

    /** The orientation of an image. The condition is false if width or height is unknown. */
    public enum Orientation {
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
