package org.depesche.content.tag;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.PageLinks;
import org.depesche.content.taxonomy.PublicTaxonomy;
import org.depesche.content.taxonomy.PublicTaxonomy.PublicEntry;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.MovedPermanently;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the public reads of tags: those alone that a published article of the site uses. */
@ApplicationScoped
@Transactional
class PublicTags {

    private final Tags tags;
    private final Sites sites;
    private final PublicTaxonomy names;
    private final ListRegistry listings;
    private final PageLinks pages;
    private final ResponseMetadata provenance;

    PublicTags(Tags tags, Sites sites, Jdbi jdbi, ListRegistry listings, PageLinks pages, ResponseMetadata provenance) {
        this.tags = tags;
        this.sites = sites;
        this.names = new PublicTaxonomy(jdbi, "tag", ListKind.TAG.letter());
        this.listings = listings;
        this.pages = pages;
        this.provenance = provenance;
    }

    TagList list(TagParameters parameters, QueryParameters inputs) {
        var site = sites.requested(inputs, parameters.site());
        var query = parameters.read(site, inputs);
        inputs.verify();
        var slice = names.page(query);
        var known = tags.byIds(slice.rows().stream().map(PublicEntry::id).toList());
        provenance.cacheTag(CacheTag.LIST_ALL);
        provenance.cacheTag(CacheTag.TAGS);
        return new TagList(
                slice.rows().stream()
                        .map(row -> TagView.of(site, Objects.requireNonNull(known.get(row.id())), row.articleCount()))
                        .toList(),
                pages.pageWithTotal(slice, query.isCounted(), () -> names.total(query)));
    }

    /** Unknown and in use by nothing public look the same. */
    TagView one(String ref, @Nullable String asked, QueryParameters inputs) {
        var site = sites.requested(inputs, asked);
        inputs.verify();
        var tag = tags.byRefs(List.of(ref)).get(ref);
        var count = tag == null ? 0L
                : listings.sizes(site.id(), ListKind.TAG, List.of(tag.id())).getOrDefault(tag.id(), 0L);
        if (tag == null || count == 0) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such tag on the site \"" + site.slug() + "\".");
        }
        provenance.cacheTag(CacheTag.tag(tag.id()));
        provenance.cacheTag(CacheTag.listOfTag(tag.id()));
        if (!tag.slug().equals(ref) && !tag.id().toString().equalsIgnoreCase(ref)) {
            throw MovedPermanently.to("/v1/tags/" + tag.slug());
        }
        return TagView.of(site, tag, count);
    }

    @Schema(name = "TagList", description = "One page of tags, by name")
    record TagList(@Schema(required = true) List<TagView> items, @Schema(required = true) Page page) {

        TagList {
            items = List.copyOf(items);
        }
    }
}
