package org.depesche.content.image.desk;

import java.net.URI;
import java.util.List;

import org.depesche.content.image.file.UploadConfig;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

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

    /** Many files. */
    @Schema(name = "ImageBatchUpload", description = "Files, each optionally with `metadata` before it")
    record Batch(
            @Schema(
                    required = true,
                    type = SchemaType.ARRAY,
                    implementation = BinaryFile.class,
                    maxItems = UploadConfig.MAX_BATCH_FILES,
                    description = "Repeated, one part a file") List<BinaryFile> file,
            @Nullable @Schema(
                    description = "Words for the file of the next part; may be repeated, too") ImageFormSchema metadata) {

        Batch {
            file = List.copyOf(file);
        }
    }

    /** One file of many. */
    @Schema(name = "ImageBatchFile", type = SchemaType.STRING, format = "binary", description = "One file")
    record BinaryFile() {
    }

    /** Where a file is to be fetched. */
    @Schema(name = "ImageFileSource", description = "Where the service fetches the file")
    record FileSource(
            @Schema(
                    required = true,
                    description = "http or https, on the public internet; redirects are followed",
                    examples = "https://agency.example/hafen.jpg",
                    maxLength = WebUrl.MAX_LENGTH) URI url) {
    }

    /** Words, and where a file is to be fetched. */
    @Schema(
            name = "ImageForm",
            description = "Words alone, words and a foreign `src`, or a file to fetch with words that win over what it says of "
                    + "itself")
    record ImageForm(@JsonUnwrapped ImageFormSchema words, @Nullable FileSource file) {
    }
}
