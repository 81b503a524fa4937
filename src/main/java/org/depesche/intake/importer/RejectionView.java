package org.depesche.intake.importer;

import java.util.List;

import org.depesche.intake.importer.ndjson.Rejection;
import org.depesche.platform.problem.InputError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A record that an import rejected, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rejection", description = "A record that was not taken")
public record RejectionView(
        @Schema(
                required = true,
                examples = "605",
                description = "Its line in the upload, counted from 1, empty lines too") long line,
        @Schema(
                examples = "wikinews:75280",
                description = "Its origin (system:id), slug or headline; absent when the line could not be "
                        + "read") @Nullable String key,
        @Schema(
                required = true,
                examples = "/publishedAt: must be a time from 1900 to 9999.",
                description = "Everything that is wrong with it, in one text") String reason,
        @Schema(required = true, description = "The same, mistake by mistake") List<InputError> errors) {

    static RejectionView of(Rejection rejection) {
        return new RejectionView(rejection.line(), rejection.key(), rejection.reason(), rejection.errors());
    }
}
