package org.depesche.content.editorial.preview;

import java.time.Instant;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.form.FormValueReader;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of a preview link. */
@Schema(name = "PreviewLinkForm", description = "How long a link is good; may be left out")
record PreviewLinkForm(
        @Schema(
                description = "At most 90 days from now; seven when not given",
                examples = "2026-12-24T18:00:00+01:00") Instant expiresAt) {

    static PreviewLinkForm read(JsonForm form, EditorialConfig.PreviewRules rules, PublicationZone zone, Instant now) {
        var expiresAt = new FormValueReader(form, zone).time("expiresAt").orElse(now.plus(rules.validity()));
        if (!expiresAt.isAfter(now)) {
            form.reject("expiresAt", "must lie in the future.");
        } else if (expiresAt.isAfter(now.plus(rules.maxValidity()))) {
            form.reject("expiresAt", "must lie within " + rules.maxValidity().toDays() + " days.");
        }
        form.verify();
        return new PreviewLinkForm(expiresAt);
    }
}
