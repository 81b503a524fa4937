package org.depesche.content.author;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.image.ImagePresentation;
import org.depesche.content.image.ShownImages;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.PublicTaxonomy;
import org.depesche.content.taxonomy.PublicTaxonomy.PublicEntry;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The public read side of authors: authors of a published article of the site. */
@ApplicationScoped
@Transactional
class PublicAuthors {

    private final Authors authors;
    private final Sites sites;
    private final PublicTaxonomy names;
    private final ListRegistry lists;
    private final ShownImages images;
    private final PageLinks pages;
    private final ResponseMetadata metadata;

    PublicAuthors(Authors authors, Sites sites, Jdbi jdbi, ListRegistry lists, ShownImages images, PageLinks pages,
            ResponseMetadata metadata) {
        this.authors = authors;
        this.sites = sites;
        this.names = new PublicTaxonomy(jdbi, "author", ListKind.AUTHOR.letter(), ListKind.OTHER_BY_AUTHOR.letter());
        this.lists = lists;
        this.images = images;
        this.pages = pages;
        this.metadata = metadata;
    }

    AuthorList list(AuthorParameters parameters, QueryParameters inputs) {
        var site = sites.requested(inputs, parameters.site());
        var presentation = ImagePresentation.read(inputs, parameters.crop());
        var query = parameters.read(site, inputs);
        inputs.verify();
        var slice = names.page(query);
        var authorsById = authors.byIds(slice.rows().stream().map(PublicEntry::id).toList());
        var shown = images.byIds(authorsById.values().stream().map(author -> author.profile().imageId()),
                presentation);
        metadata.cacheTag(CacheTag.LIST_ALL);
        metadata.cacheTag(CacheTag.AUTHORS);
        return new AuthorList(
                slice.rows().stream()
                        .map(row -> AuthorView.of(site, Objects.requireNonNull(authorsById.get(row.id())), row.articleCount(),
                                shown))
                        .toList(),
                pages.pageWithTotal(slice, query.isCounted(), () -> names.total(query)));
    }

    /** Returns one author. An unknown author and an unused one are the same 404. */
    AuthorView one(String ref, @Nullable String requestedSite, @Nullable String crop, QueryParameters inputs) {
        var site = sites.requested(inputs, requestedSite);
        var presentation = ImagePresentation.read(inputs, crop);
        inputs.verify();
        var author = authors.byRefs(List.of(ref)).get(ref);
        var count = author == null ? null : lists.shownSizes(site.id(), ListKind.AUTHOR, List.of(author.id())).get(author.id());
        if (author == null || count == null) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such author on the site \"" + site.slug() + "\"."
                    + didYouMean(site, ref));
        }
        metadata.cacheTag(CacheTag.author(author.id()));
        metadata.cacheTag(CacheTag.AUTHORS);
        metadata.cacheTag(CacheTag.listOfAuthor(author.id()));
        if (!author.slug().equals(ref) && !author.id().toString().equalsIgnoreCase(ref)) {
            throw MovedPermanently.to("/v1/authors/" + author.slug());
        }
        return AuthorView.of(site, author, count, images.byIds(
                Stream.of(author).map(found -> found.profile().imageId()), presentation));
    }

    private String didYouMean(Site site, String ref) {
        return SlugSuggestion.sentence(authors.meant(ref)
                .filter(author -> lists.sizes(site.id(), ListKind.AUTHOR, List.of(author.id())).getOrDefault(author.id(),
                        0L) > 0)
                .map(Author::slug));
    }

    @Schema(name = "AuthorList", description = "One page of authors, by name")
    record AuthorList(@Schema(required = true) List<AuthorView> items, @Schema(required = true) Page page) {

        AuthorList {
            items = List.copyOf(items);
        }
    }
}
