package org.depesche.content.editorial;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.depesche.platform.form.Form;
import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to publish.
 *
 * @param at when; absent or past: now
 * @param correction a public note, appended to the article's corrections
 * @param isMinor readers are not told of a change
 */
record PublishForm(@Nullable Instant at, @Nullable String correction, boolean isMinor) {

    static PublishForm read(Form form, EditorialConfig.Limits limits, PublicationZone zone) {
        var at = new Members(form, zone).time("at").orElse(null);
        var correction = form.text("correction", limits.note()).orElse(null);
        var isMinor = form.flag("minor").orElse(false);
        form.verify();
        return new PublishForm(at, correction, isMinor);
    }

    Optional<String> note() {
        return Optional.ofNullable(correction);
    }

    boolean isFor(Instant now) {
        return at == null || !at.isAfter(now);
    }

    /** For the OpenAPI document alone. */
    @Schema(name = "PublishForm", description = "How to publish; everything may be left out")
    record Body(
            @Schema(description = "When: the working copy as it is saved by then. Absent or past: now.", examples = "2026-03-01T06:00:00+01:00") @Nullable OffsetDateTime at,
            @Schema(description = "A public note on what was wrong, appended to `corrections`", examples = "In einer früheren Fassung hieß es, die Brücke sei 30 Meter lang; es sind 300.", maxLength = 5000) @Nullable String correction,
            @Schema(description = "`updatedAt` stays as it is", examples = "true") @Nullable Boolean minor) {
    }
}
