package org.depesche.delivery.change;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.author.AuthorErased;
import org.depesche.content.projection.ArticleErased;
import org.jdbi.v3.core.Jdbi;

/** Removes the content of an erased subject from the log. The entries stay, so that the log has no gaps. */
@ApplicationScoped
class ChangeLogEraser {

    private final Jdbi jdbi;
    private final ChangeJson json;

    ChangeLogEraser(Jdbi jdbi, ChangeJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void articleErased(@Observes ArticleErased event) {
        erase(event.id());
    }

    void authorErased(@Observes AuthorErased event) {
        event.ids().forEach(this::erase);
    }

    private void erase(UUID subject) {
        jdbi.useHandle(handle -> {
            var entries = handle.createQuery("select entry from change_log where subject_id = ?").bind(0, subject)
                    .mapTo(String.class).map(json::read).list();
            if (!entries.isEmpty()) {
                var rows = handle.prepareBatch("update change_log set entry = ? where sequence = ?");
                entries.forEach(entry -> rows.add(json.write(entry.withoutContent()), entry.sequence()));
                rows.execute();
            }
        });
    }
}
