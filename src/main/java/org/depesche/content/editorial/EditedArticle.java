package org.depesche.content.editorial;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.EditorialTag;

/** What the desk gets, and the tag that stands for its version. */
record EditedArticle(EditorialArticle view, EditorialTag tag) {

    static EditorialTag tag(DeskEntry entry) {
        return EditorialTag.of(Uuid7.compact(entry.id()) + "-" + entry.version());
    }
}
