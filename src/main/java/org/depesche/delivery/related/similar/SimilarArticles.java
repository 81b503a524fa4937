package org.depesche.delivery.related.similar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.depesche.content.site.Site;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.database.RemoteCalls;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.problem.Problem;

/**
 * Finds articles that are similar in content to an article. Stored similar articles are used, unless the client demands a
 * later position of the change log. A response with outdated ones must not be cached.
 */
@Singleton
public class SimilarArticles {

    private final StoredSimilarArticlesRepository stored;
    private final SimilaritySearch search;
    private final SimilarArticleWorker worker;
    private final ChangeLogPositionTracker positions;
    private final MinSequence minSequence;
    private final ResponseMetadata metadata;
    private final AutocommitReads autocommitReads;
    private final RemoteCalls calls;
    private final SimilarArticleConfig config;
    private final SimilarArticleMetrics metrics;

    SimilarArticles(StoredSimilarArticlesRepository stored, SimilaritySearch search, SimilarArticleWorker worker,
            ChangeLogPositionTracker positions, MinSequence minSequence, ResponseMetadata metadata,
            AutocommitReads autocommitReads, RemoteCalls calls, SimilarArticleConfig config, SimilarArticleMetrics metrics) {
        this.stored = stored;
        this.search = search;
        this.worker = worker;
        this.positions = positions;
        this.minSequence = minSequence;
        this.metadata = metadata;
        this.autocommitReads = autocommitReads;
        this.calls = calls;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * The public articles that are similar, the most similar first. Advertising and sensitive articles are none of them.
     * Records the position of the change log.
     *
     * @param article public on the site
     * @param excluded articles that are left out
     * @throws Problem 503 when nothing is stored and there is no index
     */
    public List<SimilarHit> find(Site site, UUID article, Set<UUID> excluded, int limit) {
        return findStored(site, article, excluded, limit).orElseGet(() -> search(site, article, excluded, limit));
    }

    /** The same as {@link #find}, but empty when nothing is stored and there is no index. */
    public Optional<List<SimilarHit>> findIfPossible(Site site, UUID article, Set<UUID> excluded, int limit) {
        return findStored(site, article, excluded, limit)
                .or(() -> search.isAvailable() ? Optional.of(search(site, article, excluded, limit)) : Optional.empty());
    }

    private Optional<List<SimilarHit>> findStored(Site site, UUID article, Set<UUID> excluded, int limit) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        var found = stored.find(site.id(), article, limit + excluded.size())
                .filter(known -> known.has(limit) && minSequence.isReachedBy(known.sequence()));
        found.ifPresent(known -> {
            metrics.countStored();
            report(known.sequence(), known.isOutdated());
        });
        return found.map(known -> choose(known.hits().stream(), excluded, limit));
    }

    private List<SimilarHit> search(Site site, UUID article, Set<UUID> excluded, int limit) {
        autocommitReads.requireTransaction();
        var wanted = Math.max(config.size(), limit + excluded.size());
        var found = calls.call(List.of(site.id(), article, wanted), FoundSimilarArticles.class, () -> {
            metrics.countSearched();
            return search.find(site.id(), article, wanted);
        });
        report(found.sequence(), false);
        worker.store(found);
        return choose(found.hits().stream(), excluded, limit);
    }

    private void report(long sequence, boolean isOutdated) {
        metadata.sequence(sequence);
        if (isOutdated || sequence < positions.readAndRecord().sequence()) {
            metadata.forbidStorage();
        }
    }

    private static List<SimilarHit> choose(Stream<SimilarHit> hits, Set<UUID> excluded, int limit) {
        return hits.filter(hit -> !excluded.contains(hit.article())).limit(limit).toList();
    }
}
