package org.depesche.content.image;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An image object in a client's input: a reference to a registered image, or metadata of one to register.
 *
 * @param id the id of a registered image, or null
 * @param overrides the texts for this use of the image
 * @param metadata the metadata to register if there is no id
 * @param isWrittenBack whether the texts become those of the registered image, and not of this use
 */
public record ImageForm(@Nullable UUID id, ImageOverrides overrides, ImageMetadata metadata, boolean isWrittenBack) {

    /** The texts of this use alone. */
    public ImageOverrides textsOfUse() {
        return isWrittenBack ? ImageOverrides.NONE : overrides;
    }
}
