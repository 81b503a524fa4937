package org.depesche.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * What an article says, as far as the model looks.
 *
 * @param category slug, empty without one
 * @param tags slugs
 * @param notes the texts of its corrections
 */
record ModelContent(String headline, String slug, String category, List<String> tags, List<String> notes) {

    ModelContent withHeadline(String other) {
        return new ModelContent(other, slug, category, tags, notes);
    }

    ModelContent withSlug(String other) {
        return new ModelContent(headline, other, category, tags, notes);
    }

    ModelContent withCategory(String other) {
        return new ModelContent(headline, slug, other, tags, notes);
    }

    ModelContent withTags(List<String> others) {
        return new ModelContent(headline, slug, category, others, notes);
    }

    ModelContent withCorrection(String note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new ModelContent(headline, slug, category, tags, List.copyOf(all));
    }

    boolean isPublishable() {
        return !category.isEmpty();
    }
}
