package org.depesche.delivery.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.collection.CollectionLookup;
import org.depesche.content.collection.CollectionLookup.NamedCollection;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.delivery.feed.format.FeedFormat;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Finds what the path of a feed names. A former slug redirects to the present one in the same format. */
@ApplicationScoped
class FeedSubjects {

    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final CollectionLookup collections;
    private final ListRegistry lists;
    private final ResponseMetadata metadata;

    FeedSubjects(Categories categories, Tags tags, Authors authors, CollectionLookup collections, ListRegistry lists,
            ResponseMetadata metadata) {
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.collections = collections;
        this.lists = lists;
        this.metadata = metadata;
    }

    /** Empty for a category that was deleted. */
    Optional<Category> category(Site site, String ref, FeedFormat format) {
        var tree = categories.tree(site);
        var found = tree.byRef(ref);
        metadata.cacheTag(CacheTag.CATEGORIES);
        if (found.isEmpty()) {
            tree.deletedId(ref).map(CacheTag::category).ifPresentOrElse(metadata::cacheTag, () -> {
                throw notFound("category", site);
            });
        }
        found.ifPresent(category -> {
            metadata.cacheTag(CacheTag.category(category.id()));
            requirePresent("categories", ref, category.slug(), format);
        });
        return found;
    }

    /** Empty for a tag that was deleted. */
    Optional<Tag> tag(Site site, String ref, FeedFormat format) {
        var found = Optional.ofNullable(tags.byRefs(List.of(ref)).get(ref));
        metadata.cacheTag(CacheTag.TAGS);
        if (found.isEmpty()) {
            metadata.cacheTag(CacheTag.tag(requireDeleted(site, ListKind.TAG, tags.deletedId(ref), "tag")));
        }
        found.ifPresent(tag -> {
            requirePublic(site, ListKind.TAG, tag.id(), "tag");
            metadata.cacheTag(CacheTag.tag(tag.id()));
            requirePresent("tags", ref, tag.slug(), format);
        });
        return found;
    }

    /** Empty for an author who was deleted. */
    Optional<Author> author(Site site, String ref, FeedFormat format) {
        var found = Optional.ofNullable(authors.byRefs(List.of(ref)).get(ref));
        metadata.cacheTag(CacheTag.AUTHORS);
        if (found.isEmpty()) {
            metadata.cacheTag(CacheTag.author(requireDeleted(site, ListKind.AUTHOR, authors.deletedId(ref), "author")));
        }
        found.ifPresent(author -> {
            requirePublic(site, ListKind.AUTHOR, author.id(), "author");
            metadata.cacheTag(CacheTag.author(author.id()));
            requirePresent("authors", ref, author.slug(), format);
        });
        return found;
    }

    /** The response is the same for what never existed, and for what only drafts named before it was deleted. */
    private UUID requireDeleted(Site site, ListKind kind, Optional<UUID> deleted, String what) {
        return deleted.filter(id -> lists.hadArticles(ListKey.of(site.id(), kind, id)))
                .orElseThrow(() -> notFound(what, site));
    }

    /** Empty for a collection that was deleted. */
    Optional<NamedCollection> collection(Site site, String ref, FeedFormat format) {
        var found = collections.find(site, ref);
        if (found.isEmpty()) {
            metadata.cacheTag(CacheTag.COLLECTIONS);
            collections.deletedId(site, ref).map(CacheTag::collection).ifPresentOrElse(metadata::cacheTag, () -> {
                throw notFound("collection", site);
            });
        }
        found.ifPresent(collection -> {
            metadata.cacheTag(CacheTag.collection(collection.id()));
            requirePresent("collections", ref, collection.slug(), format);
        });
        return found;
    }

    /** A subject that only drafts or withdrawn articles name is not shown, not even its name. */
    private void requirePublic(Site site, ListKind kind, UUID id, String what) {
        if (lists.sizes(site.id(), kind, List.of(id)).isEmpty()) {
            throw notFound(what, site);
        }
    }

    private static void requirePresent(String plural, String ref, String slug, FeedFormat format) {
        if (!slug.equals(ref) && Uuid7.parse(ref).isEmpty()) {
            throw MovedPermanently.to("/feeds/" + plural + "/" + slug + "." + format.extension());
        }
    }

    private static Problem notFound(String what, Site site) {
        return new Problem(ProblemType.NOT_FOUND, "There is no such " + what + " on the site \"" + site.slug() + "\".");
    }
}
