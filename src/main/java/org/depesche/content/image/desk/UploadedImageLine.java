package org.depesche.content.image.desk;

import java.util.List;
import java.util.UUID;

import org.depesche.content.image.file.upload.BatchUpload;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A line of the response to a batch. It describes one file; the last line describes the whole batch. */
@Schema(name = "UploadedImageLine", description = "What became of one file of a batch; the last line sums up")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadedImageLine(
        @Schema(
                description = "Of the file in the batch, from 0; absent in the last line",
                examples = "0") @Nullable Integer index,
        @Schema(description = "As the client named the file", examples = "hafen.jpg") @Nullable String name,
        @Schema(description = "What the upload of this file alone would answer", examples = "201") @Nullable Integer status,
        @Schema(description = "Of the new image") @Nullable UUID id,
        @Schema(
                description = "Of the renditions: `pending`, `ready`, `failed` or `unavailable`; more may come",
                examples = "pending") @Nullable String renditions,
        @Schema(description = "Other images with the same bytes") @Nullable List<UUID> duplicateOf,
        @Schema(
                description = "What of the file was repaired, or could not be taken as it "
                        + "is") @Nullable List<String> warnings,
        @Schema(description = "Why the file, or the rest of the batch, was refused") @Nullable Refusal problem,
        @Schema(description = "Last line: the number of new images", examples = "2") @Nullable Integer created,
        @Schema(description = "Last line: the number of refused files", examples = "0") @Nullable Integer refused,
        @Schema(description = "Last line: whether the whole body was read") @Nullable Boolean complete) {

    UploadedImageLine {
        duplicateOf = duplicateOf == null ? null : List.copyOf(duplicateOf);
        warnings = warnings == null ? null : List.copyOf(warnings);
    }

    /** The members of a problem that differ between the files of one request. */
    @Schema(name = "UploadRefusal", description = "A problem (RFC 9457) of one file")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(
            @Schema(required = true, examples = "/problems/image-refused") String type,
            @Schema(required = true, examples = "The image is refused") String title,
            @Schema(required = true, examples = "422") int status,
            @Schema(required = true, examples = "The picture is damaged or ends early.") String detail,
            @Nullable List<InputError> errors) {

        Refusal {
            errors = errors == null ? null : List.copyOf(errors);
        }

        static Refusal of(Problem problem) {
            return new Refusal("/problems/" + problem.type().slug(), problem.type().title(), problem.type().status(),
                    problem.detail(), problem.errors().isEmpty() ? null : problem.errors());
        }
    }

    static UploadedImageLine of(BatchUpload.Place place, EditorialImageView image) {
        return new UploadedImageLine(place.index(), place.name(), 201, image.id(),
                image.file() == null ? null : image.file().renditions(), image.duplicateOf(), image.warnings(), null, null,
                null, null);
    }

    static UploadedImageLine of(BatchUpload.Place place, Problem problem) {
        return new UploadedImageLine(place.index(), place.name(), problem.type().status(), null, null, null, null,
                Refusal.of(problem), null, null, null);
    }

    /**
     * Returns the last line.
     *
     * @param problem the reason why the rest of the body was not read; null if all of it was
     */
    static UploadedImageLine summary(int created, int refused, @Nullable Problem problem) {
        return new UploadedImageLine(null, null, null, null, null, null, null, problem == null ? null : Refusal.of(problem),
                created,
                refused, problem == null);
    }
}
