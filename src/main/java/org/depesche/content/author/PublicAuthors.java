package org.depesche.content.author;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.Listings;
import org.depesche.content.site.Sites;
import org.depesche.content.vocabulary.ListPages;
import org.depesche.content.vocabulary.PublicNames;
import org.depesche.content.vocabulary.PublicNames.PublicName;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Moved;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the public reads of authors: those alone that a published article of the site uses. */
@ApplicationScoped
@Transactional
class PublicAuthors {

    private final Authors authors;
    private final Sites sites;
    private final PublicNames names;
    private final Listings listings;
    private final ListPages pages;
    private final Provenance provenance;

    PublicAuthors(Authors authors, Sites sites, Jdbi jdbi, Listings listings, ListPages pages, Provenance provenance) {
        this.authors = authors;
        this.sites = sites;
        this.names = new PublicNames(jdbi, "author", ListKind.AUTHOR.letter());
        this.listings = listings;
        this.pages = pages;
        this.provenance = provenance;
    }

    AuthorList list(AuthorParameters parameters, Inputs inputs) {
        var site = sites.requested(inputs, parameters.site());
        var query = parameters.read(site, inputs);
        inputs.verify();
        var slice = names.page(query);
        var known = authors.byIds(slice.rows().stream().map(PublicName::id).toList());
        provenance.tag("list:all");
        provenance.tag(AuthorEvent.LIST_CACHE_TAG);
        return new AuthorList(
                slice.rows().stream()
                        .map(row -> AuthorEntry.of(site, Objects.requireNonNull(known.get(row.id())), row.articleCount()))
                        .toList(),
                pages.counted(slice, query.isCounted(), () -> names.total(query)));
    }

    /** Unknown and in use by nothing public look the same. */
    AuthorEntry one(String ref, @Nullable String asked, Inputs inputs) {
        var site = sites.requested(inputs, asked);
        inputs.verify();
        var author = authors.byRefs(List.of(ref)).get(ref);
        var count = author == null ? 0L
                : listings.sizes(site.id(), ListKind.AUTHOR, List.of(author.id())).getOrDefault(author.id(), 0L);
        if (author == null || count == 0) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such author on the site \"" + site.slug() + "\".");
        }
        provenance.tag(AuthorEvent.cacheTag(author.id()));
        provenance.tag("list:author:" + Uuid7.compact(author.id()));
        if (!author.slug().equals(ref) && !author.id().toString().equalsIgnoreCase(ref)) {
            throw Moved.to("/v1/authors/" + author.slug());
        }
        return AuthorEntry.of(site, author, count);
    }
}
