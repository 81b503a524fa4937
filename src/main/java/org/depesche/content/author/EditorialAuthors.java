package org.depesche.content.author;

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
import org.depesche.platform.idempotency.IdempotencyStore;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the desk does with authors. */
@ApplicationScoped
class EditorialAuthors {

    private static final int MAX_INITIALS = 20;
    private static final TaxonomyKind KIND = new TaxonomyKind("author", ListKind.AUTHOR.letter(), "initials", null,
            form -> form.text("initials", MAX_INITIALS));

    private final EditorialTaxonomy names;
    private final PageLinks pages;
    private final PublicationZone zone;
    private final IdempotencyStore answers;
    private final Event<AuthorErased> erased;

    EditorialAuthors(EditorialTaxonomies desks, Event<AuthorEvent> events, PageLinks pages, PublicationZone zone,
            IdempotencyStore answers,
            Event<AuthorErased> erased) {
        this.names = desks.forKind(KIND, change -> events.fire(AuthorEvent.of(change)));
        this.pages = pages;
        this.zone = zone;
        this.answers = answers;
        this.erased = erased;
    }

    EditorialAuthorList list(EditorialAuthorParameters parameters, QueryParameters inputs) {
        var query = parameters.read(inputs);
        inputs.verify();
        var slice = names.page(query);
        return new EditorialAuthorList(slice.rows().stream().map(this::view).toList(),
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

    /** Bylines lose the name, kept answers go; of what was told of it, the log keeps that something was. */
    void erase(String ref, @Nullable String ifMatch) {
        names.erase(ref, ifMatch, (ids, slugs) -> {
            ids.forEach(answers::deleteResponsesContaining);
            slugs.forEach(slug -> answers.deleteResponsesContaining('"' + slug + '"'));
            erased.fire(new AuthorErased(ids));
        });
    }

    EditorialAuthorView view(TaxonomyEntry name) {
        return EditorialAuthorView.of(name, zone);
    }

    @Schema(name = "EditorialAuthorList", description = "One page of all authors, by name")
    record EditorialAuthorList(@Schema(required = true) List<EditorialAuthorView> items, @Schema(required = true) Page page) {

        EditorialAuthorList {
            items = List.copyOf(items);
        }
    }
}
