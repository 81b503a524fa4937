package org.depesche.content.editorial;

import org.depesche.content.model.ArticleContent;

/** One save of an article. */
public record Revision(int number, String slug, WorkingCopyMetadata.Save save, ArticleContent content) {

    public static Revision ofWorkingCopy(WorkingCopy copy) {
        var entry = copy.metadata();
        return new Revision(entry.revision(), entry.slug(), entry.lastSave(), copy.content());
    }
}
