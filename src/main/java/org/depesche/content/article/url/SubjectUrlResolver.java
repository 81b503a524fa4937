package org.depesche.content.article.url;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.url.ResolveResource.Resolution;
import org.depesche.content.article.url.ResolveResource.Resolution.Address;
import org.depesche.content.article.url.ResolveResource.Resolution.Kind;
import org.depesche.content.article.view.ArticleCollections;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tags;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;

/** Resolves paths of categories, tags, authors and collections, current and former ones. */
@ApplicationScoped
class SubjectUrlResolver {

    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final ArticleCollections collections;
    private final ListRegistry listings;
    private final ResponseMetadata metadata;

    SubjectUrlResolver(Categories categories, Tags tags, Authors authors, ArticleCollections collections,
            ListRegistry listings, ResponseMetadata metadata) {
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.collections = collections;
        this.listings = listings;
        this.metadata = metadata;
    }

    /**
     * Resolves a path of one or two segments. Empty for any other path, and for what never was public.
     *
     * @param segments the parts of the path below the site's URL, for example {@code tag}, {@code stahl}
     */
    Optional<Resolution> resolve(Site site, List<String> segments) {
        if (segments.size() == 1) {
            return category(site, segments.get(0));
        }
        if (segments.size() != 2) {
            return Optional.empty();
        }
        var slug = segments.get(1);
        return switch (segments.get(0)) {
            case "tag" -> tag(site, slug);
            case "author" -> author(site, slug);
            case "collection" -> collection(site, slug);
            default -> Optional.empty();
        };
    }

    private Optional<Resolution> tag(Site site, String slug) {
        metadata.cacheTag(CacheTag.TAGS); // others may take over a former slug
        return tags.bySlug(slug).filter(tag -> isUsed(site, ListKind.TAG, tag.id())).map(tag -> {
            metadata.cacheTags(List.of(CacheTag.tag(tag.id()), CacheTag.listOfTag(tag.id())));
            return Resolution.found(Kind.TAG, tag.id(), tag.slug(), new Address(site.tagAddress(tag.slug()),
                    Site.tagPath(tag.slug())), tag.slug().equals(slug));
        }).or(() -> deleted(site, ListKind.TAG, tags.deletedId(slug)).map(id -> gone(Kind.TAG, id, slug, CacheTag.tag(id))));
    }

    private Optional<Resolution> author(Site site, String slug) {
        metadata.cacheTag(CacheTag.AUTHORS);
        return authors.bySlug(slug).filter(author -> isUsed(site, ListKind.AUTHOR, author.id())).map(author -> {
            metadata.cacheTags(List.of(CacheTag.author(author.id()), CacheTag.listOfAuthor(author.id())));
            return Resolution.found(Kind.AUTHOR, author.id(), author.slug(), new Address(site.authorAddress(author.slug()),
                    Site.authorPath(author.slug())), author.slug().equals(slug));
        }).or(() -> deleted(site, ListKind.AUTHOR, authors.deletedId(slug))
                .map(id -> gone(Kind.AUTHOR, id, slug, CacheTag.author(id))));
    }

    /** Returns a deleted tag or author that public articles used. One that only drafts used is treated as unknown. */
    private Optional<UUID> deleted(Site site, ListKind kind, Optional<UUID> id) {
        return id.filter(found -> listings.hadArticles(ListKey.of(site.id(), kind, found)));
    }

    private Optional<Resolution> category(Site site, String slug) {
        var tree = categories.tree(site);
        metadata.cacheTag(CacheTag.CATEGORIES); // others may take over a former slug
        return tree.bySlug(slug).map(category -> {
            metadata.cacheTag(CacheTag.category(category.id()));
            return Resolution.found(Kind.CATEGORY, category.id(), category.slug(),
                    new Address(site.categoryAddress(category.slug()),
                            Site.categoryPath(category.slug())),
                    category.slug().equals(slug));
        }).or(() -> tree.deletedId(slug).map(id -> gone(Kind.CATEGORY, id, slug, CacheTag.category(id))));
    }

    private Optional<Resolution> collection(Site site, String slug) {
        metadata.cacheTag(CacheTag.COLLECTIONS); // others may take over a former slug
        return collections.bySlug(site, slug).map(collection -> {
            metadata.cacheTag(CacheTag.collection(collection.id()));
            return Resolution.found(Kind.COLLECTION, collection.id(), collection.slug(),
                    new Address(site.collectionAddress(collection.slug()),
                            Site.collectionPath(collection.slug())),
                    collection.slug().equals(slug));
        }).or(() -> collections.deletedBySlug(site, slug).map(id -> gone(Kind.COLLECTION, id, slug, CacheTag.collection(id))));
    }

    private boolean isUsed(Site site, ListKind kind, UUID id) {
        return !listings.sizes(site.id(), kind, List.of(id)).isEmpty();
    }

    private Resolution gone(Kind kind, UUID id, String slug, CacheTag tag) {
        metadata.cacheTag(tag);
        return Resolution.gone(kind, id, slug);
    }
}
