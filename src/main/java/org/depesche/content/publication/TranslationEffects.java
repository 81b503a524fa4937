package org.depesche.content.publication;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.projection.ArticleEvent;
import org.depesche.content.projection.PublicStates;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticleWriter;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.Sites;

/**
 * Adds to events which other language versions are affected, because each language version shows the others with their
 * languages and URLs.
 */
@ApplicationScoped
class TranslationEffects {

    /** The members that other language versions show, or that determine the URL. */
    private static final Set<String> SHOWN = Set.of("slug", "language", "category", "publishedAt", "translations");

    /** The members that decide, beside the category, in which lists of left out versions a version is counted. */
    private static final Set<String> COUNTED = Set.of("tags", "authors");

    private final PublishedArticles articles;
    private final PublishedArticleWriter writer;
    private final LanguageVersionLists lists;
    private final Sites sites;
    private final Categories categories;

    TranslationEffects(PublishedArticles articles, PublishedArticleWriter writer, LanguageVersionLists lists, Sites sites,
            Categories categories) {
        this.articles = articles;
        this.writer = writer;
        this.lists = lists;
        this.sites = sites;
        this.categories = categories;
    }

    /**
     * Adds the affected language versions to events, and marks those as changed.
     * @param groups the translation groups of each article, before and after the change
     * @param before what was public of the articles before
     */
    List<ArticleEvent> withEffects(List<ArticleEvent> events, Map<UUID, Set<UUID>> groups,
            Collection<PublishedArticle> before) {
        var relevant = events.stream().filter(TranslationEffects::concernsTranslations).toList();
        var listed = events.stream().filter(TranslationEffects::concernsLists).toList();
        var members = articles.lockTranslationGroups(listed.stream().flatMap(event -> groups.get(event.id()).stream())
                .collect(Collectors.toSet()));
        var listedIds = listed.stream().map(ArticleEvent::id).collect(Collectors.toSet());
        var relisted = lists.update(members, before.stream().filter(article -> listedIds.contains(article.id())).toList());
        var affectedById = new HashMap<UUID, Set<UUID>>();
        for (var event : relevant) {
            var affected = new HashSet<UUID>();
            groups.get(event.id()).forEach(group -> affected.addAll(members.getOrDefault(group, Set.of())));
            affected.remove(event.id());
            affectedById.put(event.id(), affected);
        }
        var marked = events.isEmpty() ? Set.<UUID> of()
                : writer.markChanged(affectedById.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
                        events.get(0).at());
        affectedById.values().forEach(affected -> affected.retainAll(marked));
        return events.stream().map(event -> withAffected(event, affectedById.getOrDefault(event.id(), Set.of()), relisted))
                .toList();
    }

    private ArticleEvent withAffected(ArticleEvent event, Set<UUID> affected, Map<UUID, PublishedArticle> relisted) {
        var trees = new SiteTreeCache(sites, categories);
        return event.withAffected(affected).withRelisted(affected.stream().map(relisted::get).filter(Objects::nonNull)
                .map(article -> PublicStates.of(article, trees)).toList());
    }

    private static boolean concernsLists(ArticleEvent event) {
        return concernsTranslations(event) || event.changed().stream().anyMatch(COUNTED::contains);
    }

    private static boolean concernsTranslations(ArticleEvent event) {
        return event.changesVisibility() || event.changed().stream().anyMatch(SHOWN::contains);
    }
}
