package org.depesche.content.editorial;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.audit.CallerErased;
import org.jdbi.v3.core.Jdbi;

/** Removes the names of erased callers from working copies and revisions. */
@ApplicationScoped
class CallerNameRepository {

    private final Jdbi jdbi;

    CallerNameRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void eraseNames(@Observes CallerErased event) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update article set created_by = :nobody where creator_id = :id")
                    .bind("nobody", CallerErased.ERASED_NAME)
                    .bind("id", event.id()).execute();
            for (var column : List.of("article set saved_by", "article set scheduled_by", "article_revision set by_whom",
                    "preview_link set created_by")) {
                handle.createUpdate("update " + column + " = :nobody where " + column.replaceFirst(".* ", "") + " in (<names>)")
                        .bind("nobody", CallerErased.ERASED_NAME).bindList("names", event.names()).execute();
            }
        });
    }
}
