package org.depesche.intake.importer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.projection.ArticleErased;
import org.depesche.platform.audit.CallerErased;
import org.jdbi.v3.core.Jdbi;

/** Erases an article from the rejections, and a caller from the imports. */
@ApplicationScoped
class ImportErasure {

    private final Jdbi jdbi;

    ImportErasure(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void articleErased(@Observes ArticleErased event) {
        if (!event.keys().isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from import_rejection where record_key in (<keys>)")
                    .bindList("keys", event.keys()).execute());
        }
    }

    void callerErased(@Observes CallerErased event) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update import_run set submitted_by = :nobody where submitted_by in (<names>)")
                        .bind("nobody", CallerErased.ERASED_NAME).bindList("names", event.names()).execute());
    }
}
