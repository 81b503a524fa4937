package org.depesche.life;

import java.util.ArrayList;
import java.util.List;

/**
 * What an article says, as far as the model looks.
 *
 * @param category slug, empty without one
 * @param tags slugs
 * @param notes the texts of its corrections
 */
record Content(String headline, String slug, String category, List<String> tags, List<String> notes) {

    Content headed(String other) {
        return new Content(other, slug, category, tags, notes);
    }

    Content named(String other) {
        return new Content(headline, other, category, tags, notes);
    }

    Content in(String other) {
        return new Content(headline, slug, other, tags, notes);
    }

    Content tagged(List<String> others) {
        return new Content(headline, slug, category, others, notes);
    }

    Content corrected(String note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Content(headline, slug, category, tags, List.copyOf(all));
    }

    boolean isPublishable() {
        return !category.isEmpty();
    }
}
