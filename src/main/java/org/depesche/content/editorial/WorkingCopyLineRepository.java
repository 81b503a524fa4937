package org.depesche.content.editorial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.desk.WorkingCopyLookup;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/** Reads working copies for collections. */
@ApplicationScoped
class WorkingCopyLineRepository implements WorkingCopyLookup {

    private final WorkingCopyRepository copies;
    private final Jdbi jdbi;

    WorkingCopyLineRepository(WorkingCopyRepository copies, Jdbi jdbi) {
        this.copies = copies;
        this.jdbi = jdbi;
    }

    @Override
    public Map<String, UUID> find(Collection<String> refs) {
        return copies.findIds(refs);
    }

    @Override
    public Map<UUID, ArticleLine> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select id, slug, headline, state from article where id in (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map((row, context) -> new ArticleLine(Uuid7.of(row.getBytes(1)), row.getString(2), row.getString(3),
                                row.getString(4)))
                        .collect(Collectors.toMap(ArticleLine::id, Function.identity())));
    }
}
