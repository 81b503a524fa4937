package org.depesche.content.image;

import org.jspecify.annotations.Nullable;

/** The texts of one use of an image. An absent text is taken from the image itself. */
public record ImageOverrides(@Nullable String alt, @Nullable Boolean decorative, @Nullable String caption,
        @Nullable String credit) {

    public static final ImageOverrides NONE = new ImageOverrides(null, null, null, null);

    /** Returns whether the use has an alternative text although it is decorative. The two contradict each other. */
    public boolean hasAltOfDecorative() {
        return alt != null && Boolean.TRUE.equals(decorative);
    }

    /** Returns the texts without the alternative text of a decorative use. */
    public ImageOverrides withoutAltOfDecorative() {
        return hasAltOfDecorative() ? new ImageOverrides(null, decorative, caption, credit) : this;
    }
}
