package org.depesche.content.image;

import org.jspecify.annotations.Nullable;

/** What one use of an image says of it; what it leaves out is said by the image itself. */
public record ImageOverrides(@Nullable String alt, @Nullable Boolean decorative, @Nullable String caption,
        @Nullable String credit) {

    public static final ImageOverrides NONE = new ImageOverrides(null, null, null, null);
}
