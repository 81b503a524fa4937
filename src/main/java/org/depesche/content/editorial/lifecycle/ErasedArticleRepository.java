package org.depesche.content.editorial.lifecycle;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** The hashes of what erased articles were called, and the words by which others may remember an article. */
@ApplicationScoped
class ErasedArticleRepository {

    private final Jdbi jdbi;

    ErasedArticleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All headlines that the article has or had. */
    Set<String> headlines(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select json_value(document, '$.headline') from article_revision where article_id = :id
                union select headline from article where id = :id""").bind("id", article).mapTo(String.class).stream()
                .filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** Prevents that an import creates the article again. */
    void insert(Collection<UUID> hashes, Instant now) {
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("insert ignore into erased_mark (hash, erased_at) values (?, ?)");
            hashes.forEach(hash -> rows.add(hash, now));
            rows.execute();
        });
    }
}
