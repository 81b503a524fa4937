package org.depesche.delivery.search;

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

/**
 * Brings an index from its position of the change log to a later one. Each article is read as it is now, so an entry that is
 * read twice, or late, does no harm.
 */
@ApplicationScoped
class Following {

    private static final Set<String> RENAMED = Set.of("updated", "merged", "deleted");

    private final ChangeLog log;
    private final ArticleTexts texts;
    private final Sites sites;
    private final SearchConfig config;

    Following(ChangeLog log, ArticleTexts texts, Sites sites, SearchConfig config) {
        this.log = log;
        this.texts = texts;
        this.sites = sites;
        this.config = config;
    }

    /** Takes the next step; false when there was none to take. */
    boolean step(ArticleIndex index) {
        var from = index.applied();
        var changes = log.after(from, Set.of(), "", config.batch());
        var reached = changes.entries().size() < config.batch() ? changes.end() : changes.last();
        if (reached <= from) {
            return false;
        }
        var articles = new LinkedHashSet<UUID>();
        for (var entry : changes.entries()) {
            if (entry.type().startsWith("article.")) {
                articles.add(entry.id());
            } else {
                lists(entry).forEach(list -> renew(index, list));
            }
        }
        apply(index, articles, reached);
        return true;
    }

    private void apply(ArticleIndex index, Set<UUID> articles, long position) {
        var present = texts.of(articles);
        var gone = new HashSet<>(articles);
        present.stream().map(ArticleText::id).forEach(gone::remove);
        index.apply(present, gone, position);
    }

    /** Whose articles are shown, or listed, differently now. */
    private List<ListKey> lists(ChangeEntry entry) {
        var kind = entry.type().replaceFirst("\\..*", "");
        if (!RENAMED.contains(entry.type().substring(kind.length() + 1)) || entry.changed().equals(List.of("articleCount"))) {
            return List.of();
        }
        return switch (kind) {
            case "category" -> everywhere(ListKind.CATEGORY, entry.id()).toList();
            case "tag" -> everywhere(ListKind.TAG, entry.id()).toList();
            case "author" -> everywhere(ListKind.AUTHOR, entry.id()).toList();
            default -> List.of();
        };
    }

    private Stream<ListKey> everywhere(ListKind kind, UUID id) {
        return sites.all().stream().map(site -> ListKey.of(site.id(), kind, id));
    }

    /** Article by article in the order of their ids: some leave the list while it is read. */
    private void renew(ArticleIndex index, ListKey list) {
        var last = new ArrayList<UUID>();
        for (var ids = index.standingIn(list, null, config.batch()); !ids.isEmpty(); ids = index.standingIn(list, last.get(0),
                config.batch())) {
            apply(index, Set.copyOf(ids), index.applied());
            last.clear();
            last.add(ids.get(ids.size() - 1));
        }
    }
}
