package org.depesche.content.tag;

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

/** Reads tags for the public: those of public articles of the site. */
@ApplicationScoped
@Transactional
class PublicTags {

    private final PublicTaxonomyReader<Tag, TagView> reader;

    PublicTags(Tags tags, PublicTaxonomyReader.Factory factory) {
        this.reader = factory.forKind(new PublicTaxonomyKind("tag", ListKind.TAG, ListKind.OTHER_WITH_TAG,
                new PublicTaxonomyKind.CacheTags(CacheTag.TAGS, CacheTag::tag, CacheTag::listOfTag)), tags.lookup(),
                TagView::of);
    }

    TagList list(TagParameters parameters, QueryParameters inputs) {
        return reader.list(new SharedParameters(parameters.site(), parameters.crop()), site -> parameters.read(site, inputs),
                TagList::new);
    }

    TagView one(String ref, SharedParameters shared) {
        return reader.one(ref, shared);
    }

    @Schema(name = "TagList", description = "One page of tags, by name")
    record TagList(@Schema(required = true) List<TagView> items, @Schema(required = true) Page page) {

        TagList {
            items = List.copyOf(items);
        }
    }
}
