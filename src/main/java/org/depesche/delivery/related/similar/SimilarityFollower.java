package org.depesche.delivery.related.similar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Articles;
import org.depesche.content.site.Sites;
import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.platform.database.Transactions;

/**
 * Follows the change log as far as the index has read it. The similar articles of a changed article are stored. Those of the
 * articles that are or were similar to it are marked as outdated, and searched again in small steps.
 */
@ApplicationScoped
class SimilarityFollower {

    private static final int MARKED_AT_ONCE = 1_000;

    private final ChangeLog log;
    private final SimilaritySearch search;
    private final SimilarArticleRepository stored;
    private final Articles articles;
    private final Sites sites;
    private final Transactions transactions;
    private final SimilarArticleConfig config;

    SimilarityFollower(ChangeLog log, SimilaritySearch search, SimilarArticleRepository stored, Articles articles, Sites sites,
            Transactions transactions, SimilarArticleConfig config) {
        this.log = log;
        this.search = search;
        this.stored = stored;
        this.articles = articles;
        this.sites = sites;
        this.transactions = transactions;
        this.config = config;
    }

    /** When the next step is due. */
    enum State {
        /** At once. */
        BUSY,
        /** As soon as the index has read the log. */
        BEHIND,
        /** After the next change. */
        IDLE
    }

    boolean isPossible() {
        return search.isAvailable();
    }

    /**
     * Follows some changes. When there are none, searches again for some of the outdated articles. While the index is far
     * behind, as during an import, nothing is searched: the index would be slower, and the result outdated at once.
     */
    State step() {
        var end = log.lastSequence();
        var position = Math.min(search.position(), end);
        var progress = stored.progress();
        var backlog = new Backlog(progress, position, end, progress < position ? log.start() : 0);
        if (backlog.isTooLong(config.maxBehind())) {
            skipTo(position);
            return backlog.isIndexFarBehind(config.maxBehind()) ? State.BEHIND : State.BUSY;
        }
        if (backlog.isIndexFarBehind(config.maxBehind())) {
            return State.BEHIND;
        }
        if (progress < position) {
            follow(progress, position);
            return State.BUSY;
        }
        // an index that was built from an older database would find the same again and again
        if (position < progress) {
            return State.BEHIND;
        }
        return searchAgain() ? State.BUSY : position < end ? State.BEHIND : State.IDLE;
    }

    private void follow(long progress, long position) {
        var changes = log.all(progress, config.batchSize()).entries().stream()
                .filter(entry -> entry.sequence() <= position).toList();
        var changed = changedArticles(changes);
        var found = search(changed);
        var similar = new HashSet<UUID>();
        found.forEach(each -> each.hits().stream().map(SimilarHit::article).forEach(similar::add));
        var until = changes.isEmpty() ? position : changes.get(changes.size() - 1).sequence();
        transactions.run(() -> stored.follow(progress, until, changed, similar));
        found.forEach(each -> transactions.run(() -> stored.write(each.first(config.size()))));
    }

    private void skipTo(long position) {
        while (transactions.call(() -> stored.markBefore(position, MARKED_AT_ONCE)) == MARKED_AT_ONCE) {
            Thread.onSpinWait(); // short transactions, for which no publication waits
        }
        transactions.run(() -> stored.skipTo(position));
    }

    private static Set<UUID> changedArticles(List<ChangeEntry> changes) {
        var changed = new LinkedHashSet<UUID>();
        changes.stream().filter(entry -> entry.type().startsWith("article.")).map(ChangeEntry::id).forEach(changed::add);
        return changed;
    }

    private List<FoundSimilarArticles> search(Set<UUID> changed) {
        var found = new ArrayList<FoundSimilarArticles>();
        sites.all().forEach(site -> articles.attributesById(site, changed).keySet().forEach(
                article -> found.add(search.find(site.id(), article, Math.max(config.size(), config.neighbors())))));
        return found;
    }

    private boolean searchAgain() {
        var outdated = stored.outdated(config.batchSize());
        outdated.forEach(each -> {
            var found = search.find(each.site(), each.article(), Math.max(config.size(), each.wanted()));
            transactions.run(() -> stored.write(found));
        });
        return !outdated.isEmpty();
    }

    /**
     * How far the followed changes, the index and the change log are apart.
     *
     * @param progress the last change that was followed
     * @param position the last change that the index has read
     * @param end the last change of the log
     * @param logStart the change after which the log is complete
     */
    record Backlog(long progress, long position, long end, long logStart) {

        /** Whether following change by change would take too long, or is impossible. */
        boolean isTooLong(int maxBehind) {
            return progress < position && (position - progress > maxBehind || logStart > progress);
        }

        /** Whether a search now would take time from the index, and its result would soon be outdated. */
        boolean isIndexFarBehind(int maxBehind) {
            return end - position > maxBehind;
        }
    }
}
