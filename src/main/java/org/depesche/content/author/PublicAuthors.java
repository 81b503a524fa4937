package org.depesche.content.author;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.listing.ListKind;
import org.depesche.content.taxonomy.published.PublicTaxonomyKind;
import org.depesche.content.taxonomy.published.PublicTaxonomyReader;
import org.depesche.content.taxonomy.published.PublicTaxonomyReader.SharedParameters;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads authors for the public: those of public articles of the site. */
@ApplicationScoped
@Transactional
class PublicAuthors {

    private final PublicTaxonomyReader<Author, AuthorView> reader;

    PublicAuthors(Authors authors, PublicTaxonomyReader.Factory factory) {
        this.reader = factory.forKind(new PublicTaxonomyKind("author", ListKind.AUTHOR, ListKind.OTHER_BY_AUTHOR,
                new PublicTaxonomyKind.CacheTags(CacheTag.AUTHORS, CacheTag::author, CacheTag::listOfAuthor)), authors.lookup(),
                AuthorView::of);
    }

    AuthorList list(AuthorParameters parameters, QueryParameters inputs) {
        return reader.list(new SharedParameters(parameters.site(), parameters.crop()), site -> parameters.read(site, inputs),
                AuthorList::new);
    }

    AuthorView one(String ref, SharedParameters shared) {
        return reader.one(ref, shared);
    }

    @Schema(name = "AuthorList", description = "One page of authors, by name")
    record AuthorList(@Schema(required = true) List<AuthorView> items, @Schema(required = true) Page page) {

        AuthorList {
            items = List.copyOf(items);
        }
    }
}
