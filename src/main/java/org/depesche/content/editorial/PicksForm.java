package org.depesche.content.editorial;

import java.util.List;

import org.depesche.platform.form.Form;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The related articles as somebody picked them. */
record PicksForm(Form form, List<String> articles) {

    static PicksForm read(Form form, EditorialConfig.Limits limits) {
        form.require("articles");
        return new PicksForm(form, form.texts("articles", limits.picks(), 200));
    }

    /** For the OpenAPI document alone. */
    @Schema(name = "PicksForm", description = "Related articles")
    record Body(
            @Schema(required = true, description = "Slugs or ids, in order; at most 50") List<String> articles) {
    }
}
