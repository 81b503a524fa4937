package org.depesche.content.editorial;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Publication;
import org.depesche.content.article.Snapshot;
import org.depesche.content.vocabulary.Fingerprint;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.idempotency.Idempotency;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Forgets an article for good: with all its revisions, from the public, the audit, kept answers and rejections. Only hashes of
 * its slugs and its origin stay, so that no import brings it back.
 */
@ApplicationScoped
class Erasure {

    private final ArticleDesk desk;
    private final WorkingCopies copies;
    private final PreviewLinkRows previews;
    private final Publication publication;
    private final Retraction retraction;
    private final Idempotency answers;
    private final Audit audit;
    private final Transactions transactions;
    private final Jdbi jdbi;

    Erasure(ArticleDesk desk, WorkingCopies copies, PreviewLinkRows previews, Publication publication, Retraction retraction,
            Idempotency answers,
            Audit audit, Transactions transactions, Jdbi jdbi) {
        this.desk = desk;
        this.copies = copies;
        this.previews = previews;
        this.publication = publication;
        this.retraction = retraction;
        this.answers = answers;
        this.audit = audit;
        this.transactions = transactions;
        this.jdbi = jdbi;
    }

    void erase(String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            var copy = desk.find(ref, true);
            EditedArticle.tag(copy.entry()).checkChange(ifMatch);
            erase(copy);
        });
    }

    private void erase(WorkingCopy copy) {
        var id = copy.entry().id();
        var slugs = copies.slugsOf(id);
        mark(copy, slugs);
        var last = copy.entry().publication().revision() == null ? Optional.<Snapshot> empty()
                : Optional.of(retraction.last(copy));
        publication.erase(id, last, keys(copy, slugs));
        previews.delete(id);
        copies.delete(id, true);
        answers.forget(id);
        audit.forget(id);
        audit.record(Deed.of("article.erase", "article", id));
    }

    private Set<String> keys(WorkingCopy copy, List<String> slugs) {
        var keys = new HashSet<>(slugs);
        var origin = copy.content().origin();
        if (origin != null) {
            keys.add(origin.system() + ":" + origin.id());
        }
        jdbi.useHandle(handle -> handle.createQuery("""
                select json_value(document, '$.headline') from article_revision where article_id = :id
                union select headline from article where id = :id""").bind("id", copy.entry().id()).mapTo(String.class)
                .forEach(headline -> {
                    if (headline != null) {
                        keys.add(headline);
                    }
                }));
        return keys;
    }

    private void mark(WorkingCopy copy, List<String> slugs) {
        var hashes = new HashSet<UUID>();
        slugs.forEach(slug -> hashes.add(hash(slug)));
        var origin = copy.entry().provenance().originHash();
        if (origin != null) {
            hashes.add(origin);
        }
        Instant now = desk.now();
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("insert ignore into erased_mark (hash, erased_at) values (?, ?)");
            hashes.forEach(hash -> rows.add(hash, now));
            rows.execute();
        });
    }

    /** What is left of a slug. */
    static UUID hash(String slug) {
        return Fingerprint.of("slug\n" + slug);
    }
}
