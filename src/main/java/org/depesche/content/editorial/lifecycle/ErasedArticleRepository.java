package org.depesche.content.editorial.lifecycle;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** Stores the hashes of the slugs and origins of erased articles, and reads the headlines by which other tables name one. */
@ApplicationScoped
class ErasedArticleRepository {

    private final Jdbi jdbi;

    ErasedArticleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns the present and the former headlines of an article. */
    Set<String> headlines(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select json_value(document, '$.headline') from article_revision where article_id = :id
                union select headline from article where id = :id""").bind("id", article).mapTo(String.class).stream()
                .filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** Stores hashes, by which an import recognizes an erased article and does not create it again. */
    void insert(Collection<UUID> hashes, Instant now) {
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("insert ignore into erased_mark (hash, erased_at) values (?, ?)");
            hashes.forEach(hash -> rows.add(hash, now));
            rows.execute();
        });
    }
}
