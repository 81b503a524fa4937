package org.depesche.content.publication;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListWriter;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.SiteEvent;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.ChangeKind;

/**
 * Keeps the lists of versions that other lists leave out, in the transaction that changes a version of the story or the
 * language of a site.
 */
@ApplicationScoped
class LanguageVersionLists {

    private static final int BATCH_SIZE = 500;

    private final PublishedArticles articles;
    private final ArticleListKeys lists;
    private final ListWriter listings;
    private final Sites sites;
    private final Categories categories;

    LanguageVersionLists(PublishedArticles articles, ArticleListKeys lists, ListWriter listings, Sites sites,
            Categories categories) {
        this.articles = articles;
        this.lists = lists;
        this.listings = listings;
        this.sites = sites;
        this.categories = categories;
    }

    /**
     * Updates the lists of stories with several versions.
     *
     * @param members the public versions of each story, by its translation group
     * @param before what was public of the changed articles before
     * @return the articles that other lists show from now on, or no longer
     */
    Map<UUID, PublishedArticle> update(Map<UUID, Set<UUID>> members, Collection<PublishedArticle> before) {
        var ids = new HashMap<UUID, Set<UUID>>();
        members.forEach((group, versions) -> ids.computeIfAbsent(group, key -> new HashSet<>()).addAll(versions));
        before.forEach(article -> ids.computeIfAbsent(article.translationGroup(), key -> new HashSet<>()).add(article.id()));
        var concerned = ids.values().stream().filter(versions -> versions.size() > 1).flatMap(Set::stream)
                .collect(Collectors.toSet());
        if (concerned.isEmpty()) {
            return Map.of();
        }
        var present = articles.lockByIds(concerned);
        var former = before.stream().filter(article -> concerned.contains(article.id())).toList();
        var moved = reconcile(former, present.values());
        return present.values().stream().filter(article -> moved.contains(article.id()))
                .collect(Collectors.toMap(PublishedArticle::id, article -> article));
    }

    private Set<UUID> reconcile(Collection<PublishedArticle> former, Collection<PublishedArticle> present) {
        var versions = new LanguageVersionSelector(lists, new SiteTreeCache(sites, categories));
        var stories = present.stream().collect(Collectors.groupingBy(PublishedArticle::translationGroup));
        return listings.reconcile(
                Stream.concat(former.stream(), present.stream())
                        .flatMap(article -> versions.possible(article).stream()).distinct().toList(),
                stories.values().stream().flatMap(story -> versions.others(story).stream()).toList());
    }

    /** Updates the lists of a site whose language has changed, because it may choose other versions now. */
    void onSiteEvent(@Observes SiteEvent event) {
        if (event.kind() != ChangeKind.UPDATED || !event.changed().contains("language")) {
            return;
        }
        var next = Optional.of(new UUID(0, 0));
        while (next.isPresent()) {
            next = repairAfter(next.get()).last();
        }
    }

    /** Updates the lists of the next stories in the order of their groups, where they are not up to date. */
    Batch repairAfter(UUID group) {
        var groups = articles.translationGroupsAfter(group, BATCH_SIZE);
        if (groups.isEmpty()) {
            return new Batch(Optional.empty(), 0);
        }
        var ids = articles.lockTranslationGroups(groups).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var repaired = reconcile(List.of(), articles.lockByIds(ids).values()).size();
        return new Batch(Optional.of(groups.get(groups.size() - 1)), repaired);
    }

    /**
     * The result for some stories.
     * @param last the translation group of the last story; empty if there was none
     * @param repaired the number of articles that entered or left a list
     */
    record Batch(Optional<UUID> last, int repaired) {
    }
}
