package org.depesche.delivery.embed;

import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.content.image.view.ImageView;
import org.jspecify.annotations.Nullable;

/** A file of an image with the size that it has, both in pixels. */
record Thumbnail(URI url, int width, int height) {

    private static final Pattern CANDIDATE = Pattern.compile("(\\S+) (\\d{1,5})w");

    /** The widest file that fits into a box. Empty for an image without files of ours, whose size nobody knows. */
    static Optional<Thumbnail> of(@Nullable ImageView image, int maxWidth, int maxHeight) {
        if (image == null || image.srcset() == null || image.width() == null || image.height() == null) {
            return Optional.empty();
        }
        var ratio = (double) image.height() / image.width();
        return CANDIDATE.matcher(image.srcset()).results().map(candidate -> {
            var width = Integer.parseInt(candidate.group(2));
            return new Thumbnail(URI.create(candidate.group(1)), width, (int) Math.max(1, Math.round(width * ratio)));
        }).filter(file -> file.width() <= maxWidth && file.height() <= maxHeight)
                .max(Comparator.comparingInt(Thumbnail::width));
    }
}
