package org.depesche.intake.importer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An import, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import", description = "How far an import is. read = created + updated + unchanged + rejected.")
public record ImportView(
        @Schema(required = true, examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
        @Schema(implementation = ImportState.class, required = true,
                examples = "running",
                description = "running: stored whole and waiting its turn or being worked off. finished: nothing more will "
                        + "happen. failed: given up; see reason. cancelled: by DELETE; what it had brought stays. "
                                + "receiving: the "
                        + "upload is still coming in. More may be added.") String state,
        @Schema(description = "Why it failed", examples = "The upload broke off.") @Nullable String reason,
        @Schema(required = true, examples = "1000", description = "Records worked off so far; empty lines are none") long read,
        @Schema(required = true, examples = "980") long created,
        @Schema(required = true, examples = "10") long updated,
        @Schema(required = true, examples = "8", description = "Records that were imported just so before") long unchanged,
        @Schema(
                required = true,
                examples = "2",
                description = "Records that were not taken; /rejections says why") long rejected,
        @Schema(required = true, examples = "2026-03-01T08:59:30+01:00") OffsetDateTime submittedAt,
        @Schema(examples = "2026-03-01T09:00:00+01:00") @Nullable OffsetDateTime startedAt,
        @Schema(examples = "2026-03-01T09:05:30+01:00") @Nullable OffsetDateTime finishedAt) {

    static ImportView of(ImportRun run, PublicationZone zone) {
        var counts = run.counts();
        return new ImportView(run.id(), run.state().value(), run.failure(), counts.read(), counts.created(), counts.updated(),
                counts.unchanged(), counts.rejected(), zone.toOffsetDateTime(run.submittedAt()), time(run.startedAt(), zone),
                time(run.finishedAt(), zone));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant, PublicationZone zone) {
        return instant == null ? null : zone.toOffsetDateTime(instant);
    }
}
