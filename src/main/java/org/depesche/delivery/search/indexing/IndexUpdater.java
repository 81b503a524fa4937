package org.depesche.delivery.search.indexing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleText;
import org.depesche.content.article.ArticleTexts;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Sites;
import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SearchConfig;

/**
 * Brings an index from its position of the change log to a later one. Each article is read as it is now, so an entry that is
 * read twice, or late, does no harm.
 */
@ApplicationScoped
class IndexUpdater {

    private static final Set<String> REINDEXING = Set.of("updated", "merged", "deleted");

    private final ChangeLog log;
    private final ArticleTexts texts;
    private final Sites sites;
    private final SearchConfig config;

    IndexUpdater(ChangeLog log, ArticleTexts texts, Sites sites, SearchConfig config) {
        this.log = log;
        this.texts = texts;
        this.sites = sites;
        this.config = config;
    }

    /** Takes the next step; false when there was none to take. */
    boolean applyNextBatch(ArticleIndex index) {
        var from = index.appliedPosition();
        var changes = log.after(from, Set.of(), "", config.batchSize());
        var reached = changes.entries().size() < config.batchSize() ? changes.end() : changes.last();
        if (reached <= from) {
            return false;
        }
        var articles = new LinkedHashSet<UUID>();
        for (var entry : changes.entries()) {
            if (entry.type().startsWith("article.")) {
                articles.add(entry.id());
            } else {
                affectedLists(entry).forEach(list -> reindexList(index, list));
            }
        }
        apply(index, articles, reached);
        return true;
    }

    private void apply(ArticleIndex index, Set<UUID> articles, long position) {
        var present = texts.byIds(articles);
        var gone = new HashSet<>(articles);
        present.stream().map(ArticleText::id).forEach(gone::remove);
        index.apply(present, gone, position);
    }

    /** Whose articles are shown, or listed, differently now. */
    private List<ListKey> affectedLists(ChangeEntry entry) {
        var kind = entry.type().replaceFirst("\\..*", "");
        if (!REINDEXING.contains(entry.type().substring(kind.length() + 1))
                || entry.changed().equals(List.of("articleCount"))) {
            return List.of();
        }
        return switch (kind) {
            case "category" -> onAllSites(ListKind.CATEGORY, entry.id()).toList();
            case "tag" -> onAllSites(ListKind.TAG, entry.id()).toList();
            case "author" -> onAllSites(ListKind.AUTHOR, entry.id()).toList();
            default -> List.of();
        };
    }

    private Stream<ListKey> onAllSites(ListKind kind, UUID id) {
        return sites.all().stream().map(site -> ListKey.of(site.id(), kind, id));
    }

    /** Article by article in the order of their ids: some leave the list while it is read. */
    private void reindexList(ArticleIndex index, ListKey list) {
        var last = new ArrayList<UUID>();
        for (var ids = index.articlesInList(list, null, config.batchSize()); !ids.isEmpty(); ids = index.articlesInList(list,
                last.get(0),
                config.batchSize())) {
            apply(index, Set.copyOf(ids), index.appliedPosition());
            last.clear();
            last.add(ids.get(ids.size() - 1));
        }
    }
}
