package org.depesche.content.article;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;

/** The related articles that the desk picked, in its order; they may be anything, also not public. */
@ApplicationScoped
@Transactional
public class Picks {

    private final Jdbi jdbi;

    Picks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<UUID> of(UUID article) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select picked_id from article_pick where article_id = ? order by position").bind(0, article)
                .mapTo(UUID.class).list());
    }
}
