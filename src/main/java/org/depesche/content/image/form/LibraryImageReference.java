package org.depesche.content.image.form;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An image of the library in the editorial API of what shows it as it is. */
@Schema(name = "ImageReference", description = "An image of the library")
public record LibraryImageReference(
        @Schema(required = true, examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id) {

    /** Null for no image. */
    public static @Nullable LibraryImageReference of(@Nullable UUID id) {
        return id == null ? null : new LibraryImageReference(id);
    }
}
