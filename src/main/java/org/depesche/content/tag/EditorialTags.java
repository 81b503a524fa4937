package org.depesche.content.tag;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.image.form.ImageReferenceReader;
import org.depesche.content.listing.ListKind;
import org.depesche.content.taxonomy.EditorialTaxonomies;
import org.depesche.content.taxonomy.EditorialTaxonomy;
import org.depesche.content.taxonomy.TaxonomyKind;
import org.depesche.content.taxonomy.TaxonomyMember;
import org.depesche.platform.json.JsonForm;

/** Creates the taxonomy of tags with its members. It fires a {@link TagEvent} for each change. */
@ApplicationScoped
class EditorialTags {

    private final EditorialTaxonomy<EditorialTagView> taxonomy;

    EditorialTags(EditorialTaxonomies taxonomies, ImageReferenceReader images, Event<TagEvent> events) {
        this.taxonomy = taxonomies.forKind(new TaxonomyKind("tag", ListKind.TAG.letter(), List.of(
                TaxonomyMember.text("type", EditorialTags::type),
                new TaxonomyMember("mediaTopic", "media_topic", String.class, TaxonomyMember::mediaTopic),
                TaxonomyMember.description(), TaxonomyMember.image(images::read))), EditorialTagView::of,
                change -> events.fire(TagEvent.of(change)));
    }

    EditorialTaxonomy<EditorialTagView> taxonomy() {
        return taxonomy;
    }

    private static Optional<String> type(JsonForm form) {
        return Optional.of(form.choice("type", TagType.BY_WORD).orElse(TagType.TOPIC).word());
    }
}
