package org.depesche.content.editorial.lifecycle;

import java.time.Instant;

import org.depesche.content.editorial.form.FormValueReader;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form to unpublish an article. */
@Schema(name = "UnpublishForm", description = "When to take the article back; may be left out")
public record UnpublishForm(
        @Schema(
                description = "When. Absent or past: now.",
                examples = "2026-12-31T23:59:00+01:00") @Nullable Instant at) {

    static UnpublishForm read(JsonForm form, PublicationZone zone) {
        var at = new FormValueReader(form, zone).time("at").orElse(null);
        form.verify();
        return new UnpublishForm(at);
    }

    boolean isImmediate(Instant now) {
        return at == null || !at.isAfter(now);
    }
}
