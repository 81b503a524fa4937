package org.depesche.delivery.search.indexing;

import java.util.ArrayList;
import java.util.Collection;
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
import org.depesche.platform.http.CacheTag;

/**
 * Applies changes of the change log to an index. Each article is read as it is now, so that it is harmless to apply an
 * entry twice or late.
 */
@ApplicationScoped
class IndexUpdater {

    private static final Set<String> REINDEXING_EVENTS = Set.of("updated", "merged", "deleted");

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

    /** Applies the next batch, and returns false when there was none. */
    boolean applyNextBatch(ArticleIndex index) {
        var appliedPosition = index.appliedPosition();
        var changes = log.all(appliedPosition, config.batchSize());
        var newPosition = changes.entries().size() < config.batchSize() ? changes.end() : changes.last();
        if (newPosition <= appliedPosition) {
            return false;
        }
        var articles = new LinkedHashSet<UUID>();
        for (var entry : changes.entries()) {
            if (entry.type().startsWith("article.")) {
                articles.add(entry.id());
                // other language versions, which lists show now or no longer
                entry.cacheTags().forEach(tag -> tag.articleId().ifPresent(articles::add));
            } else {
                affectedLists(entry).forEach(list -> reindexList(index, list));
            }
        }
        apply(index, articles, newPosition);
        return true;
    }

    private void apply(ArticleIndex index, Collection<UUID> articles, long position) {
        var updated = texts.byIds(articles);
        var deleted = new HashSet<>(articles);
        updated.stream().map(ArticleText::id).forEach(deleted::remove);
        index.apply(updated, deleted, position);
    }

    /** The lists whose articles are rendered or listed differently after a change. */
    private List<ListKey> affectedLists(ChangeEntry entry) {
        var kind = entry.type().replaceFirst("\\..*", "");
        if (!REINDEXING_EVENTS.contains(entry.type().substring(kind.length() + 1))
                || entry.changed().equals(List.of("articleCount"))) {
            return List.of();
        }
        return switch (kind) {
            case "site" -> entry.changed().contains("language") ? List.of(ListKey.all(entry.id())) : List.of();
            case "category" -> onAllSites(ListKind.CATEGORY, entry.id()).toList();
            case "tag" -> onAllSites(ListKind.TAG, entry.id()).toList();
            case "author" -> onAllSites(ListKind.AUTHOR, entry.id()).toList();
            case "image" -> entry.cacheTags().contains(CacheTag.LIST_BY_LEAD_IMAGE)
                    ? onAllSites(ListKind.IMAGE, entry.id()).toList()
                    : List.of();
            default -> List.of();
        };
    }

    private Stream<ListKey> onAllSites(ListKind kind, UUID id) {
        return sites.all().stream().map(site -> ListKey.of(site.id(), kind, id));
    }

    /** Reindexes a list in the order of the article ids, because articles may leave the list meanwhile. */
    private void reindexList(ArticleIndex index, ListKey list) {
        var lastId = new ArrayList<UUID>();
        for (var ids = index.articlesInList(list, null, config.batchSize()); !ids.isEmpty(); ids = index.articlesInList(list,
                lastId.get(0),
                config.batchSize())) {
            apply(index, ids, index.appliedPosition());
            lastId.clear();
            lastId.add(ids.get(ids.size() - 1));
        }
    }
}
