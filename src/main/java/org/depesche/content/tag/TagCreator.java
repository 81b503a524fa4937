package org.depesche.content.tag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.taxonomy.EditorialTaxonomies;
import org.depesche.content.taxonomy.EditorialTaxonomy;
import org.depesche.platform.json.JsonForm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates tags with their types, for the sample newsroom: articles create tags by name alone. */
@ApplicationScoped
public class TagCreator {

    private final EditorialTaxonomy<EditorialTagView> tags;

    TagCreator(EditorialTaxonomies taxonomies, Event<TagEvent> events) {
        this.tags = taxonomies.forKind(EditorialTagsResource.KIND, EditorialTagView::of,
                change -> events.fire(TagEvent.of(change)));
    }

    /** @param form the writing form of a tag */
    public void create(ObjectNode form) {
        tags.create(JsonForm.of(form, ""));
    }
}
