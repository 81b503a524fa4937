package org.depesche.content.image.view;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.depesche.content.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A file of an image. What is absent is not known: nobody measures the files of other servers.
 *
 * @param width in pixels, of this very file
 */
public record SizedFile(URI url, String mediaType, @Nullable Integer width, @Nullable Integer height,
        @Nullable Long byteSize) {

    private static final Map<String, String> MEDIA_TYPES = Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png",
            "webp", "image/webp", "gif", "image/gif", "avif", "image/avif", "svg", "image/svg+xml");

    /** A file on another server, as it was registered. The end of its name decides its type, which is JPEG otherwise. */
    static SizedFile foreign(URI src, Image image) {
        var path = Optional.ofNullable(src.getPath()).orElse("");
        var byName = MEDIA_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "image/jpeg");
        return new SizedFile(src, Optional.ofNullable(image.mediaType()).orElse(byName), image.width(), image.height(),
                image.byteSize());
    }
}
