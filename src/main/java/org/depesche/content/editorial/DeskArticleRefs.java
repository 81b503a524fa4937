package org.depesche.content.editorial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.ArticleRefs;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** Tells the room of collections which articles the desk has. */
@ApplicationScoped
class DeskArticleRefs implements ArticleRefs {

    private final WorkingCopies copies;
    private final Jdbi jdbi;

    DeskArticleRefs(WorkingCopies copies, Jdbi jdbi) {
        this.copies = copies;
        this.jdbi = jdbi;
    }

    @Override
    public Map<String, UUID> find(Collection<String> refs) {
        return copies.find(refs);
    }

    @Override
    public Map<UUID, Standing> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select id, slug, headline, state from article where id in (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map((row, context) -> new Standing(Uuid7.of(row.getBytes(1)), row.getString(2), row.getString(3),
                                row.getString(4)))
                        .collect(Collectors.toMap(Standing::id, Function.identity())));
    }
}
