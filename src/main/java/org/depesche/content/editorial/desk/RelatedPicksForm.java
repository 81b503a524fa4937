package org.depesche.content.editorial.desk;

import java.util.List;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.model.ContentLimits;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ListElements;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of related picks. */
@Schema(name = "PicksForm", description = "Related articles")
record RelatedPicksForm(
        @Schema(required = true, description = "Slugs or ids, in order",
                maxItems = ContentLimits.PICKS,
                extensions = @Extension(
                        name = ListElements.TEXT_LENGTH,
                        value = "" + ContentLimits.REFERENCE)) List<String> articles) {

    /** Reads the form. Its errors are not reported yet, because unknown articles are reported with them. */
    static RelatedPicksForm read(JsonForm form, EditorialConfig.Limits limits) {
        form.require("articles");
        return new RelatedPicksForm(form.texts("articles", limits.picks(), ContentLimits.REFERENCE));
    }
}
