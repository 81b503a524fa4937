package org.depesche.content.image.view;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.depesche.content.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A file of an image. Members are null if they are not known, because files on other servers are never read.
 *
 * @param width the width of this file in pixels
 * @param height the height of this file in pixels
 */
public record SizedFile(URI url, String mediaType, @Nullable Integer width, @Nullable Integer height,
        @Nullable Long byteSize) {

    private static final Map<String, String> MEDIA_TYPES = Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png",
            "webp", "image/webp", "gif", "image/gif", "avif", "image/avif", "svg", "image/svg+xml");

    /** Returns a file on another server. If it was registered without a type, the extension decides it, or else it is JPEG. */
    static SizedFile foreign(URI src, Image image) {
        var path = Optional.ofNullable(src.getPath()).orElse("");
        var byName = MEDIA_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "image/jpeg");
        return new SizedFile(src, Optional.ofNullable(image.mediaType()).orElse(byName), image.width(), image.height(),
                image.byteSize());
    }
}
