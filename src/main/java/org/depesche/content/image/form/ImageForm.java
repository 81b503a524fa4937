package org.depesche.content.image.form;

import java.util.List;
import java.util.UUID;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageMetadata;
import org.depesche.content.image.ImageOverrides;
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

    /** The warning for members that only the image itself can have. In the use of an image they have no effect. */
    public static final String OF_THE_IMAGE = "is that of the image and stays as it is: PATCH /v1/editorial/images/{id} "
            + "changes it.";

    /** Returns whether there are members that only the image itself can have. */
    public boolean hasMembersOfImage() {
        return !metadata.membersBesideTexts().isEmpty();
    }

    /** Returns the members that only the image itself can have, and that differ from it. */
    public List<String> membersThatDiffer(Image registered) {
        return metadata.membersBesideTexts(registered);
    }

    /** Returns the texts that are stored with this use: none if they become those of the image. */
    public ImageOverrides textsOfUse() {
        return isWrittenBack ? ImageOverrides.NONE : overrides;
    }
}
