package org.depesche.content.image.view;

import java.util.Optional;

import org.depesche.media.picture.Crop;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * How a response shows its images.
 *
 * @param crop the shape of {@code src}, {@code srcset}, {@code width} and {@code height}
 * @param hasRenditions whether each image names all of its renditions
 */
public record ImagePresentation(Crop crop, boolean hasRenditions) {

    public static final ImagePresentation DEFAULT = new ImagePresentation(Crop.ORIGINAL, false);

    private static final int LONGEST_CROP = 8;

    /**
     * The parameter {@code crop}. It is documented as a text and not as an enumeration: parsers of YAML 1.1 read 16:9 as the
     * number 969, and then generators of clients fail.
     */
    public static final QueryParameter<ImagePresentation> CROP = QueryParameter
            .text("crop", LONGEST_CROP, ImagePresentation::ofCrop, "`crop` is `original`, `16:9`, `4:3` or `1:1`.")
            .describe("The shape of images, with their `width` and `height`: `original` (default), `16:9`, `4:3` or `1:1`.",
                    "original");

    private static Optional<ImagePresentation> ofCrop(String word) {
        return Crop.ofWord(word).map(crop -> new ImagePresentation(crop, false));
    }

    /** Reads the parameter of a list that has no other choice of renditions. */
    public static ImagePresentation read(QueryParameters inputs, @Nullable String crop) {
        return inputs.read(CROP, crop).orElse(DEFAULT);
    }

    /** Returns the same crop, with or without the list of renditions. */
    public ImagePresentation withRenditions(boolean areWanted) {
        return new ImagePresentation(crop, areWanted);
    }

    /** Returns the size that an image of this size has in the crop. */
    public Size sizeOf(int width, int height) {
        var box = crop.boxIn(width, height, 0.5, 0.5);
        return new Size(box.width(), box.height());
    }

    /** A size in pixels. */
    public record Size(int width, int height) {
    }
}
