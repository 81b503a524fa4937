package org.depesche.content.editorial.lifecycle;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.model.ContentLimits;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a withdrawal. */
@Schema(name = "WithdrawForm", description = "Why the article is withdrawn; everything may be left out")
public record WithdrawForm(
        @Schema(
                description = "Why, for the desk alone",
                examples = "Einstweilige Verfügung vom 3. März",
                maxLength = ContentLimits.NOTE) @Nullable String reason,
        @Schema(
                description = "The notice to readers",
                examples = "Dieser Beitrag ist aus rechtlichen Gründen nicht mehr verfügbar.",
                maxLength = ContentLimits.NOTE) @Nullable String notice) {

    static WithdrawForm read(JsonForm form, EditorialConfig.Limits limits) {
        var reason = form.text("reason", limits.note()).orElse(null);
        var notice = form.text("notice", limits.note()).orElse(null);
        form.verify();
        return new WithdrawForm(reason, notice);
    }
}
