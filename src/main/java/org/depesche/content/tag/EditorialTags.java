package org.depesche.content.tag;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.listing.ListKind;
import org.depesche.content.taxonomy.EditorialTaxonomies;
import org.depesche.content.taxonomy.EditorialTaxonomy;
import org.depesche.content.taxonomy.PageLinks;
import org.depesche.content.taxonomy.TaxonomyEntry;
import org.depesche.content.taxonomy.TaxonomyKind;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the desk does with tags. */
@ApplicationScoped
class EditorialTags {

    private static final TaxonomyKind KIND = new TaxonomyKind("tag", ListKind.TAG.letter(), "type", TagType.TOPIC.word(),
            form -> form.choice("type", TagType.BY_WORD).map(TagType::word));

    private final EditorialTaxonomy names;
    private final PageLinks pages;
    private final PublicationZone zone;

    EditorialTags(EditorialTaxonomies desks, Event<TagEvent> events, PageLinks pages, PublicationZone zone) {
        this.names = desks.forKind(KIND, change -> events.fire(TagEvent.of(change)));
        this.pages = pages;
        this.zone = zone;
    }

    EditorialTagList list(EditorialTagParameters parameters, QueryParameters inputs) {
        var query = parameters.read(inputs);
        inputs.verify();
        var slice = names.page(query);
        return new EditorialTagList(slice.rows().stream().map(this::view).toList(),
                pages.pageWithTotal(slice, query.isCounted(), () -> names.total(query)));
    }

    TaxonomyEntry one(String ref) {
        return names.one(ref);
    }

    TaxonomyEntry create(JsonForm body) {
        return names.create(body);
    }

    TaxonomyEntry replace(String ref, @Nullable String ifMatch, JsonForm body) {
        return names.replace(ref, ifMatch, body);
    }

    TaxonomyEntry patch(String ref, @Nullable String ifMatch, JsonForm body) {
        return names.patch(ref, ifMatch, body);
    }

    TaxonomyEntry merge(String ref, @Nullable String ifMatch, JsonForm body) {
        return names.merge(ref, ifMatch, body);
    }

    void delete(String ref, @Nullable String ifMatch) {
        names.delete(ref, ifMatch);
    }

    EditorialTagView view(TaxonomyEntry name) {
        return EditorialTagView.of(name, zone);
    }

    @Schema(name = "EditorialTagList", description = "One page of all tags, by name")
    record EditorialTagList(@Schema(required = true) List<EditorialTagView> items, @Schema(required = true) Page page) {

        EditorialTagList {
            items = List.copyOf(items);
        }
    }
}
