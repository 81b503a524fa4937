package org.depesche.content.tag;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.taxonomy.EditorialTaxonomy;
import org.depesche.platform.json.JsonForm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates tags with their types, for the sample newsroom: articles create tags by name alone. */
@ApplicationScoped
public class TagCreator {

    private final EditorialTaxonomy<EditorialTagView> tags;

    TagCreator(EditorialTags tags) {
        this.tags = tags.taxonomy();
    }

    /** @param form the writing form of a tag */
    public void create(ObjectNode form) {
        tags.create(JsonForm.of(form, ""));
    }
}
