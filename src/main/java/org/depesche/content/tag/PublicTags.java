package org.depesche.content.tag;

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

/** What the public reads of tags: those alone that a published article of the site uses. */
@ApplicationScoped
@Transactional
class PublicTags {

    private final Tags tags;
    private final Sites sites;
    private final PublicNames names;
    private final Listings listings;
    private final ListPages pages;
    private final Provenance provenance;

    PublicTags(Tags tags, Sites sites, Jdbi jdbi, Listings listings, ListPages pages, Provenance provenance) {
        this.tags = tags;
        this.sites = sites;
        this.names = new PublicNames(jdbi, "tag", ListKind.TAG.letter());
        this.listings = listings;
        this.pages = pages;
        this.provenance = provenance;
    }

    TagList list(TagParameters parameters, Inputs inputs) {
        var site = sites.requested(inputs, parameters.site());
        var query = parameters.read(site, inputs);
        inputs.verify();
        var slice = names.page(query);
        var known = tags.byIds(slice.rows().stream().map(PublicName::id).toList());
        provenance.tag("list:all");
        provenance.tag(TagEvent.LIST_CACHE_TAG);
        return new TagList(
                slice.rows().stream()
                        .map(row -> TagEntry.of(site, Objects.requireNonNull(known.get(row.id())), row.articleCount()))
                        .toList(),
                pages.counted(slice, query.isCounted(), () -> names.total(query)));
    }

    /** Unknown and in use by nothing public look the same. */
    TagEntry one(String ref, @Nullable String asked, Inputs inputs) {
        var site = sites.requested(inputs, asked);
        inputs.verify();
        var tag = tags.byRefs(List.of(ref)).get(ref);
        var count = tag == null ? 0L
                : listings.sizes(site.id(), ListKind.TAG, List.of(tag.id())).getOrDefault(tag.id(), 0L);
        if (tag == null || count == 0) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such tag on the site \"" + site.slug() + "\".");
        }
        provenance.tag(TagEvent.cacheTag(tag.id()));
        provenance.tag("list:tag:" + Uuid7.compact(tag.id()));
        if (!tag.slug().equals(ref) && !tag.id().toString().equalsIgnoreCase(ref)) {
            throw Moved.to("/v1/tags/" + tag.slug());
        }
        return TagEntry.of(site, tag, count);
    }
}
