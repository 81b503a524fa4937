package org.depesche.content.tag;

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

/** The public read side of tags: tags that a published article of the site uses. */
@ApplicationScoped
@Transactional
class PublicTags {

    private final Tags tags;
    private final Sites sites;
    private final PublicTaxonomy names;
    private final ListRegistry lists;
    private final ShownImages images;
    private final PageLinks pages;
    private final ResponseMetadata metadata;

    PublicTags(Tags tags, Sites sites, Jdbi jdbi, ListRegistry lists, ShownImages images, PageLinks pages,
            ResponseMetadata metadata) {
        this.tags = tags;
        this.sites = sites;
        this.names = new PublicTaxonomy(jdbi, "tag", ListKind.TAG.letter(), ListKind.OTHER_WITH_TAG.letter());
        this.lists = lists;
        this.images = images;
        this.pages = pages;
        this.metadata = metadata;
    }

    TagList list(TagParameters parameters, QueryParameters inputs) {
        var site = sites.requested(inputs, parameters.site());
        var presentation = ImagePresentation.read(inputs, parameters.crop());
        var query = parameters.read(site, inputs);
        inputs.verify();
        var slice = names.page(query);
        var tagsById = tags.byIds(slice.rows().stream().map(PublicEntry::id).toList());
        var shown = images.byIds(tagsById.values().stream().map(Tag::imageId), presentation);
        metadata.cacheTag(CacheTag.LIST_ALL);
        metadata.cacheTag(CacheTag.TAGS);
        return new TagList(
                slice.rows().stream()
                        .map(row -> TagView.of(site, Objects.requireNonNull(tagsById.get(row.id())), row.articleCount(), shown))
                        .toList(),
                pages.pageWithTotal(slice, query.isCounted(), () -> names.total(query)));
    }

    /** Returns one tag. An unknown tag and an unused one are the same 404. */
    TagView one(String ref, @Nullable String requestedSite, @Nullable String crop, QueryParameters inputs) {
        var site = sites.requested(inputs, requestedSite);
        var presentation = ImagePresentation.read(inputs, crop);
        inputs.verify();
        var tag = tags.byRefs(List.of(ref)).get(ref);
        var count = tag == null ? null : lists.shownSizes(site.id(), ListKind.TAG, List.of(tag.id())).get(tag.id());
        if (tag == null || count == null) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such tag on the site \"" + site.slug() + "\"."
                    + didYouMean(site, ref));
        }
        metadata.cacheTag(CacheTag.tag(tag.id()));
        metadata.cacheTag(CacheTag.TAGS);
        metadata.cacheTag(CacheTag.listOfTag(tag.id()));
        if (!tag.slug().equals(ref) && !tag.id().toString().equalsIgnoreCase(ref)) {
            throw MovedPermanently.to("/v1/tags/" + tag.slug());
        }
        return TagView.of(site, tag, count, images.byIds(Stream.of(tag).map(Tag::imageId), presentation));
    }

    private String didYouMean(Site site, String ref) {
        return SlugSuggestion.sentence(tags.meant(ref)
                .filter(tag -> lists.sizes(site.id(), ListKind.TAG, List.of(tag.id())).getOrDefault(tag.id(), 0L) > 0)
                .map(Tag::slug));
    }

    @Schema(name = "TagList", description = "One page of tags, by name")
    record TagList(@Schema(required = true) List<TagView> items, @Schema(required = true) Page page) {

        TagList {
            items = List.copyOf(items);
        }
    }
}
