package org.depesche.content.projection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** The table {@code article_pick}: related articles that the desk picked, in the desk's order. */
@ApplicationScoped
class RelatedPickRepository {

    private final Jdbi jdbi;

    RelatedPickRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<UUID> find(UUID article) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select picked_id from article_pick where article_id = ? order by position").bind(0, article)
                .mapTo(UUID.class).list());
    }

    void replace(UUID article, List<UUID> picked) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from article_pick where article_id = ?").bind(0, article).execute();
            if (!picked.isEmpty()) {
                var rows = handle.prepareBatch("insert into article_pick (article_id, position, picked_id) values (?, ?, ?)");
                for (var i = 0; i < picked.size(); i++) {
                    rows.add(article, i, picked.get(i));
                }
                rows.execute();
            }
        });
    }
}
