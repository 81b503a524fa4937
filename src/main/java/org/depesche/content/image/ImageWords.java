package org.depesche.content.image;

import org.jspecify.annotations.Nullable;

/** What one use of an image says of it; what it leaves out is said by the image itself. */
public record ImageWords(@Nullable String alt, @Nullable Boolean decorative, @Nullable String caption,
        @Nullable String credit) {

    public static final ImageWords NONE = new ImageWords(null, null, null, null);
}
