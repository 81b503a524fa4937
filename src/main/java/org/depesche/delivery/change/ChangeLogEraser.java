package org.depesche.delivery.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.author.AuthorErased;
import org.depesche.content.projection.ArticleErased;

/** Removes the content of erased articles and authors from the change log. */
@ApplicationScoped
class ChangeLogEraser {

    private final ChangeLogRepository log;

    ChangeLogEraser(ChangeLogRepository log) {
        this.log = log;
    }

    void articleErased(@Observes ArticleErased event) {
        log.eraseContent(event.id());
    }

    void authorErased(@Observes AuthorErased event) {
        event.ids().forEach(log::eraseContent);
        log.eraseAuthors(event.slugs());
    }
}
