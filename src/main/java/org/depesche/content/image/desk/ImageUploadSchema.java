package org.depesche.content.image.desk;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: the parts of an upload are read from the stream. */
@Schema(name = "ImageUpload", description = "A file, and words that win over what the file says of itself")
record ImageUploadSchema(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "binary",
                description = "JPEG, PNG, GIF, WebP, TIFF, AVIF or HEIC, known by its content") String file,
        @Nullable ImageFormSchema metadata) {

    /** A file alone. */
    @Schema(name = "ImageFileUpload", description = "A file alone")
    record FileOnly(@Schema(required = true, type = SchemaType.STRING, format = "binary") String file) {
    }
}
