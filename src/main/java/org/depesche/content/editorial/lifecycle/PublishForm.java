package org.depesche.content.editorial.lifecycle;

import java.time.Instant;
import java.util.Optional;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.form.FormValueReader;
import org.depesche.content.model.ContentLimits;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a publication. */
@Schema(name = "PublishForm", description = "How to publish; everything may be left out")
public record PublishForm(
        @Schema(
                description = "When: the working copy as it is saved by then. Absent or past: now.",
                examples = "2026-03-01T06:00:00+01:00") @Nullable Instant at,
        @Schema(
                description = "A public note on what was wrong, appended to `corrections`",
                examples = "In einer früheren Fassung hieß es, die Brücke sei 30 Meter lang; es sind 300.",
                maxLength = ContentLimits.NOTE) @Nullable String correction,
        @Schema(description = "`updatedAt` stays as it is", examples = "true") boolean minor) {

    static PublishForm read(JsonForm form, EditorialConfig.Limits limits, PublicationZone zone) {
        var at = new FormValueReader(form, zone).time("at").orElse(null);
        var correction = form.text("correction", limits.note()).orElse(null);
        var minor = form.flag("minor").orElse(false);
        form.verify();
        return new PublishForm(at, correction, minor);
    }

    Optional<String> optionalCorrection() {
        return Optional.ofNullable(correction);
    }

    boolean isImmediate(Instant now) {
        return at == null || !at.isAfter(now);
    }
}
