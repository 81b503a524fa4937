package org.depesche.intake.importer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.article.ArticleErased;
import org.jdbi.v3.core.Jdbi;

/** Deletes what imports said of records of an article that is erased. */
@ApplicationScoped
class RejectionErasure {

    private final Jdbi jdbi;

    RejectionErasure(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void articleErased(@Observes ArticleErased event) {
        if (!event.keys().isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from import_rejection where record_key in (<keys>)")
                    .bindList("keys", event.keys()).execute());
        }
    }
}
