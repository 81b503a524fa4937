package org.depesche.content.taxonomy.published;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.image.view.ShownImages;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.listing.ListingConfig;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.PublicTaxonomyRepository;
import org.depesche.content.taxonomy.PublicTaxonomyRepository.PublicEntry;
import org.depesche.content.taxonomy.TaxonomyLookup;
import org.depesche.content.taxonomy.TaxonomyQuery;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tags or authors that published articles of a site use, in the caller's transaction. A former slug leads to a
 * redirect ({@link MovedPermanently}).
 *
 * @param <E> a tag or an author
 * @param <V> the representation in responses
 */
public final class PublicTaxonomyReader<E extends PublicTaxonomyEntry, V> {

    private final PublicTaxonomyKind kind;
    private final TaxonomyLookup<E> lookup;
    private final ViewOf<E, V> views;
    private final PublicTaxonomyRepository rows;
    private final Factory factory;

    private PublicTaxonomyReader(PublicTaxonomyKind kind, TaxonomyLookup<E> lookup, ViewOf<E, V> views, Factory factory) {
        this.kind = kind;
        this.lookup = lookup;
        this.views = views;
        this.rows = new PublicTaxonomyRepository(factory.jdbi,
                new PublicTaxonomyRepository.Source(kind.word(), kind.list().letter(), kind.leftOut().letter()),
                factory.listing.statementTimeout());
        this.factory = factory;
    }

    /** Creates the representation of an entry. The images are those that may be shown, by id. */
    @FunctionalInterface
    public interface ViewOf<E, V> {

        V view(Site site, E entry, long articleCount, Map<UUID, ImageView> images);
    }

    /** The parameters that every request has, as the client sent them. */
    public record SharedParameters(@Nullable String site, @Nullable String crop) {
    }

    /** Returns one page of tags or authors, in the order of their names. */
    public <L> L list(SharedParameters shared, Function<Site, TaxonomyQuery> parameters, BiFunction<List<V>, Page, L> list) {
        var site = factory.sites.requested(factory.inputs, shared.site());
        var presentation = ImagePresentation.read(factory.inputs, shared.crop());
        var query = parameters.apply(site);
        factory.inputs.verify();
        var slice = rows.page(query);
        var entries = lookup.byIds(slice.rows().stream().map(PublicEntry::id).toList());
        var images = factory.images.byIds(entries.values().stream().map(PublicTaxonomyEntry::imageId), presentation);
        factory.metadata.cacheTag(CacheTag.LIST_ALL);
        factory.metadata.cacheTag(kind.cacheTags().all());
        return list.apply(
                slice.rows().stream().map(row -> views.view(site, Objects.requireNonNull(entries.get(row.id())),
                        row.articleCount(), images)).toList(),
                factory.pages.pageWithTotal(slice, query.isCounted(), () -> rows.total(query)));
    }

    /** Returns one tag or author. One that the site does not use gets the same response 404 as an unknown one. */
    public V one(String ref, SharedParameters shared) {
        var site = factory.sites.requested(factory.inputs, shared.site());
        var presentation = ImagePresentation.read(factory.inputs, shared.crop());
        factory.inputs.verify();
        var entry = lookup.byRefs(List.of(ref)).get(ref);
        var count = entry == null ? null
                : factory.lists.shownSizes(site.id(), kind.list(), List.of(entry.id())).get(entry.id());
        if (entry == null || count == null) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such " + kind.word() + " on the site \"" + site.slug() + "\"."
                    + didYouMean(site, ref));
        }
        factory.metadata.cacheTag(kind.cacheTags().one().apply(entry.id()));
        factory.metadata.cacheTag(kind.cacheTags().all());
        factory.metadata.cacheTag(kind.cacheTags().listOf().apply(entry.id()));
        if (!entry.slug().equals(ref) && !entry.id().toString().equalsIgnoreCase(ref)) {
            throw MovedPermanently.to("/v1/" + kind.word() + "s/" + entry.slug());
        }
        return views.view(site, entry, count,
                factory.images.byIds(Stream.of(entry).map(PublicTaxonomyEntry::imageId), presentation));
    }

    private String didYouMean(Site site, String ref) {
        return SlugSuggestion.didYouMean(lookup.meant(ref)
                .filter(entry -> factory.lists.sizes(site.id(), kind.list(), List.of(entry.id()))
                        .getOrDefault(entry.id(), 0L) > 0)
                .map(PublicTaxonomyEntry::slug));
    }

    /** Creates the readers of tags and of authors. */
    @ApplicationScoped
    public static class Factory {

        private final Jdbi jdbi;
        private final ListingConfig listing;
        private final Sites sites;
        private final ListRegistry lists;
        private final ShownImages images;
        private final PageLinks pages;
        private final ResponseMetadata metadata;
        private final QueryParameters inputs;

        Factory(Jdbi jdbi, ListingConfig listing, Sites sites, ListRegistry lists, ShownImages images, PageLinks pages,
                ResponseMetadata metadata, QueryParameters inputs) {
            this.jdbi = jdbi;
            this.listing = listing;
            this.sites = sites;
            this.lists = lists;
            this.images = images;
            this.pages = pages;
            this.metadata = metadata;
            this.inputs = inputs;
        }

        public <E extends PublicTaxonomyEntry, V> PublicTaxonomyReader<E, V> forKind(PublicTaxonomyKind kind,
                TaxonomyLookup<E> lookup,
                ViewOf<E, V> views) {
            return new PublicTaxonomyReader<>(kind, lookup, views, this);
        }
    }
}
