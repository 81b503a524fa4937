package org.depesche.content.article.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.category.ArticleCategoryView;
import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.image.Image;
import org.depesche.content.image.Images;
import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.platform.http.CacheTag;

/**
 * Loads the tags, authors, categories, images and linked articles of articles. The number of statements does not depend on the
 * number of articles.
 */
@ApplicationScoped
class ArticleReferenceLoader {

    private final Sites sites;
    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final Images images;
    private final PublishedArticles articles;
    private final SyndicationRights syndication;

    ArticleReferenceLoader(Sites sites, Categories categories, Tags tags, Authors authors, Images images,
            PublishedArticles articles, SyndicationRights syndication) {
        this.sites = sites;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.images = images;
        this.articles = articles;
        this.syndication = syndication;
    }

    /** @param isForPartners whether images and linked articles that partners may not have are left out */
    LoadedReferences load(Site site, Collection<PublishedArticle> shown, boolean isForPartners) {
        var linked = linked(site, shown, isForPartners);
        var all = Stream.concat(shown.stream(), linked.values().stream()).toList();
        var trees = new SiteTreeCache(sites, categories);
        var found = images.byIds(images(all));
        return new LoadedReferences(site, trees, trees.tree(site.id()),
                tags.byIds(ids(all, content -> content.classification().tags())),
                authors.byIds(ids(all, content -> content.classification().authors())), found,
                isForPartners ? SyndicationRights.forbidden(found.values()) : Set.of(), linked, new HashMap<>(),
                ImagePresentation.DEFAULT);
    }

    /** Returns the articles that bodies link to. They are rendered as cards, which link no further. */
    private Map<UUID, PublishedArticle> linked(Site site, Collection<PublishedArticle> shown, boolean isForPartners) {
        var ids = new LinkedHashSet<UUID>();
        shown.forEach(article -> ids.addAll(BodyReferences.of(article.body()).articles()));
        Map<UUID, PublishedArticle> found = ids.isEmpty() ? Map.of() : articles.byIdsWithLogPosition(ids, false);
        found.values().removeIf(article -> !article.isOn(site) || isForPartners && syndication.isWithheld(article));
        return found;
    }

    private static Set<UUID> ids(List<PublishedArticle> all, Function<ArticleContent, List<UUID>> of) {
        var ids = new LinkedHashSet<UUID>();
        all.forEach(article -> ids.addAll(of.apply(article.content())));
        return ids;
    }

    private static Set<UUID> images(List<PublishedArticle> all) {
        var ids = new LinkedHashSet<UUID>();
        all.forEach(article -> ids.addAll(article.images()));
        return ids;
    }

    /**
     * Everything that rendering the articles needs, so that it does not query the database.
     * @param hiddenImages the ids of images that the response must not show
     * @param categoryViews the categories rendered so far, because many articles of a list share few categories
     * @param presentation how images are shown
     */
    record LoadedReferences(Site site, SiteTreeCache trees, CategoryTree tree, Map<UUID, Tag> tags, Map<UUID, Author> authors,
            Map<UUID, Image> images, Set<UUID> hiddenImages, Map<UUID, PublishedArticle> linkedArticles,
            Map<UUID, Optional<ArticleCategoryView>> categoryViews, ImagePresentation presentation) {

        Optional<ArticleCategoryView> category(UUID id) {
            return categoryViews.computeIfAbsent(id, category -> ArticleCategoryView.of(site, tree, category));
        }

        /** The references of articles that show all their images. */
        LoadedReferences(Site site, SiteTreeCache trees, CategoryTree tree, Map<UUID, Tag> tags, Map<UUID, Author> authors,
                Map<UUID, Image> images, Map<UUID, PublishedArticle> linkedArticles,
                Map<UUID, Optional<ArticleCategoryView>> categoryViews) {
            this(site, trees, tree, tags, authors, images, Set.of(), linkedArticles, categoryViews,
                    ImagePresentation.DEFAULT);
        }

        /** Returns the same references, with images shown in another way. */
        LoadedReferences withImages(ImagePresentation shown) {
            return new LoadedReferences(site, trees, tree, tags, authors, images, hiddenImages, linkedArticles, categoryViews,
                    shown);
        }

        Optional<Image> image(UUID id) {
            return Optional.ofNullable(images.get(id)).filter(image -> !hiddenImages.contains(id));
        }

        /** Returns the cache tags of everything that is shown in addition to the articles. */
        Set<CacheTag> cacheTags(Collection<PublishedArticle> shown) {
            var cacheTags = new LinkedHashSet<CacheTag>();
            shown.forEach(article -> cacheTags.addAll(cacheTags(article)));
            return cacheTags;
        }

        /** Returns the cache tags of everything that one article shows in addition to itself. */
        Set<CacheTag> cacheTags(PublishedArticle article) {
            var cacheTags = new LinkedHashSet<CacheTag>();
            var links = BodyReferences.of(article.body()).articles();
            // also linked articles that are not public, because publishing one adds it
            links.forEach(id -> cacheTags.add(CacheTag.article(id)));
            Stream.concat(Stream.of(article), links.stream().map(linkedArticles::get).filter(Objects::nonNull))
                    .forEach(shown -> addCacheTags(shown, cacheTags));
            return cacheTags;
        }

        private void addCacheTags(PublishedArticle article, Set<CacheTag> cacheTags) {
            var classification = article.content().classification();
            categories(article).forEach(id -> cacheTags.add(CacheTag.category(id)));
            classification.placements().stream().limit(1).forEach(home -> cacheTags.addAll(canonical(home)));
            classification.tags().forEach(id -> cacheTags.add(CacheTag.tag(id)));
            classification.authors().forEach(id -> cacheTags.add(CacheTag.author(id)));
            article.images().forEach(id -> cacheTags.add(CacheTag.image(id)));
        }

        /** Returns the cache tags of the canonical URL, which contains the URL and a category of the home site. */
        private static Set<CacheTag> canonical(ArticleContent.Placement home) {
            return Set.of(CacheTag.site(home.site()), CacheTag.category(home.category()));
        }

        /** Returns the categories that an article shows on this site, with all their ancestors. */
        private Set<UUID> categories(PublishedArticle article) {
            var all = new LinkedHashSet<UUID>();
            ArticleViewBuilder.findPlacement(article.content(), site).ifPresent(placement -> {
                all.addAll(tree.withAncestors(placement.category()));
                placement.further().forEach(further -> all.addAll(tree.withAncestors(further)));
            });
            return all;
        }
    }
}
