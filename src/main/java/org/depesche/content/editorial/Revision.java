package org.depesche.content.editorial;

import org.depesche.content.article.ArticleContent;

/** An article as it was saved once. */
record Revision(int number, String slug, DeskEntry.Save saved, ArticleContent content) {

    static Revision present(WorkingCopy copy) {
        var entry = copy.entry();
        return new Revision(entry.revision(), entry.slug(), entry.saved(), copy.content());
    }
}
