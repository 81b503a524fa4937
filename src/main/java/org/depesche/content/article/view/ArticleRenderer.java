package org.depesche.content.article.view;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.Paywall.VisibleArticles;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticleLookup;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.TagChangeTimes;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Renders articles in the requested level of detail, with the members that {@code include} adds and {@code fields}
 * selects.
 */
@ApplicationScoped
public class ArticleRenderer {

    private final ArticleReferenceLoader references;
    private final ArticleViewBuilder views;
    private final Paywall paywall;
    private final SyndicationRights syndication;
    private final IncludedMembers members;
    private final PublishedArticles articles;
    private final ArticleCollections collections;
    private final TagChangeTimes changes;
    private final PolicyDocuments policies;
    private final ResponseMetadata metadata;
    private final Clock clock;

    ArticleRenderer(ArticleReferenceLoader references, ArticleViewBuilder views, Paywall paywall, SyndicationRights syndication,
            IncludedMembers members, PublishedArticles articles, ArticleCollections collections, TagChangeTimes changes,
            PolicyDocuments policies, ResponseMetadata metadata, Clock clock) {
        this.references = references;
        this.views = views;
        this.paywall = paywall;
        this.syndication = syndication;
        this.members = members;
        this.articles = articles;
        this.collections = collections;
        this.changes = changes;
        this.policies = policies;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** Renders articles in the given order: as the record of the view, or as a tree when members were added or removed. */
    public List<ArticleRepresentation> renderList(Site site, Collection<PublishedArticle> found, FieldSelection presentation) {
        var shown = visible(found, presentation.isForPartners());
        var loaded = loadReferences(site, shown.articles(), presentation.isForPartners()).withImages(presentation.images());
        if (presentation.view() != DetailLevel.FULL) {
            return render(shown, loaded, Map.of(), Map.of(), presentation);
        }
        return render(shown, loaded, articles.translations(shown.articles()), collectionsOf(site, shown.articles()),
                presentation);
    }

    /**
     * Renders articles in full, each with its own cache tags: the same that a response with this article alone has. The tags
     * are not added to the response.
     */
    public List<TaggedArticle> renderTagged(Site site, Collection<PublishedArticle> found) {
        var shown = paywall.cut(found);
        var loaded = references.load(site, shown.articles(), false);
        var translations = articles.translations(shown.articles());
        var memberships = collectionsOf(site, shown.articles());
        return shown.articles().stream().map(article -> {
            var tags = new LinkedHashSet<>(loaded.cacheTags(article));
            tags.add(CacheTag.site(site.id()));
            tags.addAll(ownTags(site, article, translations.getOrDefault(article.id(), List.of()),
                    memberships.getOrDefault(article.id(), List.of())));
            var view = (Article) view(article, loaded, DetailLevel.FULL,
                    translations.getOrDefault(article.id(), List.of()), memberships);
            return new TaggedArticle(article.id(), shown.isTruncated(article) ? view.asTruncated() : view, tags);
        }).toList();
    }

    /** An article as a response shows it, with the cache tags of that response. */
    public record TaggedArticle(UUID id, Article view, Set<CacheTag> cacheTags) {
        public TaggedArticle {
            cacheTags = Set.copyOf(cacheTags);
        }
    }

    /** Renders articles as cards, in the given order. */
    public List<ArticleCard> renderCards(Site site, Collection<PublishedArticle> shown) {
        var loaded = loadReferences(site, shown, false);
        return shown.stream().map(article -> views.card(article, loaded)).toList();
    }

    /**
     * Renders articles for the formats of syndication, in the given order. Neither translations nor collections are read for
     * them.
     * @param isForPartners whether only what partners may have is rendered
     */
    public List<SyndicatedArticle> renderForSyndication(Site site, Collection<PublishedArticle> found, boolean isForPartners) {
        var shown = visible(found, isForPartners);
        var loaded = loadReferences(site, shown.articles(), isForPartners);
        return shown.articles().stream().map(article -> views.syndicated(article, loaded, shown.isTruncated(article))).toList();
    }

    private VisibleArticles visible(Collection<PublishedArticle> found, boolean isForPartners) {
        var visible = paywall.cut(found);
        return isForPartners ? syndication.cut(visible) : visible;
    }

    private ArticleReferenceLoader.LoadedReferences loadReferences(Site site, Collection<PublishedArticle> shown,
            boolean isForPartners) {
        var loaded = references.load(site, shown, isForPartners);
        metadata.cacheTags(loaded.cacheTags(shown));
        return loaded;
    }

    private Map<UUID, List<ArticleCollections.CollectionMembership>> collectionsOf(Site site,
            Collection<PublishedArticle> shown) {
        return collections.viewsByArticle(site, shown.stream().map(PublishedArticle::id).toList());
    }

    /**
     * Renders one article with the parts of other packages. Sets {@code Last-Modified}, unless there are parts, which may
     * change at other times.
     */
    public ArticleRepresentation renderOne(Site site, PublishedArticleLookup.Match found, FieldSelection presentation,
            Map<String, JsonNode> parts) {
        return renderOne(site, found, visible(List.of(found.article()), presentation.isForPartners()), presentation, parts);
    }

    /** Renders one article as {@link #renderOne} does, with the whole body, because a preview link is the permission to it. */
    public ArticleRepresentation renderWhole(Site site, PublishedArticleLookup.Match found, FieldSelection presentation,
            Map<String, JsonNode> parts) {
        return renderOne(site, found, VisibleArticles.whole(List.of(found.article())), presentation, parts);
    }

    private ArticleRepresentation renderOne(Site site, PublishedArticleLookup.Match found, VisibleArticles visible,
            FieldSelection presentation, Map<String, JsonNode> parts) {
        var shown = visible.articles();
        var article = shown.get(0);
        var loaded = loadReferences(site, shown, presentation.isForPartners()).withImages(presentation.images());
        var isFull = presentation.view() == DetailLevel.FULL;
        var translations = isFull && found.mayHaveTranslations() ? articles.translations(shown)
                : Map.<UUID, List<PublishedArticle>> of();
        var memberships = isFull && found.mayBeInCollections() ? collectionsOf(site, shown)
                : Map.<UUID, List<ArticleCollections.CollectionMembership>> of();
        var document = render(visible, loaded, translations, memberships, presentation).get(0);
        writePolicy(article, loaded);
        if (parts.isEmpty()) {
            if (visible.isTruncated(article)) {
                return document; // without a date: it would confirm the cut body to a caller who is entitled by now
            }
            metadata.changedAt(
                    LastModified.of(article, loaded, translations.getOrDefault(article.id(), List.of()), changes),
                    clock.instant());
            return document;
        }
        return members.withParts(document, parts);
    }

    private void writePolicy(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded) {
        var policy = ArticleViewBuilder.machineUse(article.content(), loaded);
        policies.writeHeaders(policy, policies.ofArticle(loaded.site().policyScope(), article.slug(), policy));
    }

    private List<ArticleRepresentation> render(VisibleArticles shown,
            ArticleReferenceLoader.LoadedReferences loaded,
            Map<UUID, List<PublishedArticle>> translations,
            Map<UUID, List<ArticleCollections.CollectionMembership>> memberships,
            FieldSelection presentation) {
        if (presentation.view() == DetailLevel.FULL) {
            addCacheTags(loaded.site(), shown.articles(), translations, memberships);
        }
        return shown.articles().stream().<ArticleRepresentation> map(article -> {
            var shownTranslations = translations.getOrDefault(article.id(), List.of()).stream()
                    .filter(other -> !presentation.isForPartners() || !syndication.isWithheld(other)).toList();
            var view = view(article, loaded, presentation.view(), shownTranslations, memberships);
            var visible = shown.isTruncated(article) && view instanceof Article full ? full.asTruncated() : view;
            return presentation.isWholeView() ? visible
                    : members.select(visible, article, loaded, presentation, shown.isTruncated(article));
        }).toList();
    }

    /**
     * Adds the article's own cache tag to a list, because only that tag announces a collection or a translation that is
     * not shown yet. A translation that partners may not have leaves its tag, too, because its rights may change.
     */
    private void addCacheTags(Site site, Collection<PublishedArticle> shown, Map<UUID, List<PublishedArticle>> translations,
            Map<UUID, List<ArticleCollections.CollectionMembership>> memberships) {
        shown.forEach(article -> metadata.cacheTags(ownTags(site, article,
                translations.getOrDefault(article.id(), List.of()), memberships.getOrDefault(article.id(), List.of()))));
    }

    /** Returns the cache tags of the article itself, its translations and its collections, which list items do not show. */
    static Set<CacheTag> ownTags(Site site, PublishedArticle article, List<PublishedArticle> translations,
            List<ArticleCollections.CollectionMembership> memberships) {
        var tags = new LinkedHashSet<CacheTag>();
        tags.add(CacheTag.article(article.id()));
        translations.forEach(other -> {
            tags.add(CacheTag.article(other.id()));
            // the category is a part of the URL
            ArticleViewBuilder.findPlacement(other.content(), site)
                    .ifPresent(placement -> tags.add(CacheTag.category(placement.category())));
        });
        memberships.forEach(one -> tags.add(CacheTag.collection(one.collection())));
        return tags;
    }

    private ArticleRepresentation view(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded,
            DetailLevel view, List<PublishedArticle> translations,
            Map<UUID, List<ArticleCollections.CollectionMembership>> memberships) {
        return switch (view) {
            case CARD -> views.card(article, loaded);
            case SUMMARY -> views.summary(article, loaded);
            case FULL -> views.full(article, loaded, translations,
                    memberships.getOrDefault(article.id(), List.of()).stream()
                            .map(ArticleCollections.CollectionMembership::view)
                            .toList());
        };
    }
}
