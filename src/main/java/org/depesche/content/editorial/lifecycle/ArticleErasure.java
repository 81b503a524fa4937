package org.depesche.content.editorial.lifecycle;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.PreviewLinkRepository;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.desk.ArticleCommand;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.idempotency.IdempotencyStore;
import org.jspecify.annotations.Nullable;

/**
 * Erases an article with its revisions, publication, audit entries, stored responses and rejections. Only the hashes of its
 * slugs and its origin stay, so that no import creates it again.
 */
@ApplicationScoped
public class ArticleErasure {

    private final ArticleCommand command;
    private final Clock clock;
    private final WorkingCopyRepository copies;
    private final PreviewLinkRepository previews;
    private final ArticlePublisher publication;
    private final ArticleUnpublisher unpublisher;
    private final IdempotencyStore idempotency;
    private final AuditLog audit;
    private final ErasedArticleRepository erased;

    ArticleErasure(ArticleCommand command, Clock clock, WorkingCopyRepository copies,
            PreviewLinkRepository previews,
            ArticlePublisher publication,
            ArticleUnpublisher unpublisher,
            IdempotencyStore idempotency,
            AuditLog audit, ErasedArticleRepository erased) {
        this.command = command;
        this.clock = clock;
        this.copies = copies;
        this.previews = previews;
        this.publication = publication;
        this.unpublisher = unpublisher;
        this.idempotency = idempotency;
        this.audit = audit;
        this.erased = erased;
    }

    /**
     * Erases an article. The request is refused with 404 if there is no such article, with 428 without an ETag, and with 412
     * if the client has not read its current version.
     */
    public void erase(String ref, @Nullable String ifMatch) {
        command.executeDeletion(ref, ifMatch, this::erase);
    }

    private void erase(WorkingCopy copy) {
        var id = copy.metadata().id();
        var slugs = copies.allSlugs(id);
        storeErasedHashes(copy, slugs);
        var last = !copy.metadata().wasPublished() ? Optional.<ArticleSnapshot> empty()
                : Optional.of(unpublisher.lastPublished(copy));
        publication.erase(id, last, knownKeys(copy, slugs));
        previews.deleteByArticle(id);
        copies.delete(id, true);
        idempotency.deleteResponsesContaining(id);
        audit.deleteSubject(id);
        audit.record(AuditAction.of("article.erase", "article", id));
    }

    private Set<String> knownKeys(WorkingCopy copy, List<String> slugs) {
        var keys = new HashSet<>(slugs);
        var origin = copy.content().distribution().origin();
        if (origin != null) {
            keys.add(origin.system() + ":" + origin.id());
        }
        keys.addAll(erased.headlines(copy.metadata().id()));
        return keys;
    }

    private void storeErasedHashes(WorkingCopy copy, List<String> slugs) {
        var hashes = new HashSet<UUID>();
        slugs.forEach(slug -> hashes.add(WorkingCopyRepository.slugHash(slug)));
        var origin = copy.metadata().importOrigin().originHash();
        if (origin != null) {
            hashes.add(origin);
        }
        erased.insert(hashes, clock.instant());
    }
}
