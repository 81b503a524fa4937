package org.depesche.content.image;

import org.jspecify.annotations.Nullable;

/** The texts of one use of an image. An absent text is taken from the image itself. */
public record ImageOverrides(@Nullable String alt, @Nullable Boolean decorative, @Nullable String caption,
        @Nullable String credit) {

    public static final ImageOverrides NONE = new ImageOverrides(null, null, null, null);

    public boolean hasAltOfDecorative() {
        return alt != null && Boolean.TRUE.equals(decorative);
    }

    public ImageOverrides withoutAltOfDecorative() {
        return hasAltOfDecorative() ? new ImageOverrides(null, decorative, caption, credit) : this;
    }
}
