package org.depesche.content.taxonomy;

import java.util.Map;

import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what the desk sends of a tag or an author. PUT takes what GET gave: what nobody can set may say what is. */
record TaxonomyFormReader(TaxonomyKind kind, PublicationZone zone) {

    TaxonomyForm readNew(JsonForm form) {
        return readFull(form);
    }

    /** All of it: what is left out is empty. */
    TaxonomyForm readFull(JsonForm form, TaxonomyEntry before) {
        checkFixed(form, before);
        return readFull(form);
    }

    private TaxonomyForm readFull(JsonForm form) {
        form.require("name");
        var whole = new TaxonomyForm(form.slug("slug").orElse(null), name(form, ""),
                kind.attributeReader().apply(form).orElse(kind.defaultAttribute()));
        form.verify();
        return whole;
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. */
    TaxonomyForm readPatch(JsonForm form, TaxonomyEntry before) {
        checkFixed(form, before);
        if (form.isExplicitNull("name")) {
            form.reject("name", "is required.");
        }
        var trait = form.isExplicitNull(kind.attribute()) ? kind.defaultAttribute() : before.attribute();
        var patched = new TaxonomyForm(form.isExplicitNull("slug") ? null : form.slug("slug").orElse(before.slug()),
                name(form, before.name()), kind.attributeReader().apply(form).orElse(trait));
        form.verify();
        return patched;
    }

    private static String name(JsonForm form, String otherwise) {
        var name = form.text("name", TaxonomyRegistrar.MAX_NAME).map(Fingerprint::normalize);
        if (name.filter(String::isEmpty).isPresent()) {
            form.reject("name", "must not be blank.");
        }
        return name.orElse(otherwise);
    }

    private void checkFixed(JsonForm form, TaxonomyEntry before) {
        Map.of("id", before.id().toString(), "createdAt", zone.format(before.createdAt()), "updatedAt",
                zone.format(before.updatedAt())).forEach((member, value) -> {
                    if (form.has(member) && !form.raw(member).map(JsonNode::asText).orElse("").equals(value)) {
                        form.reject(member, "cannot be set.");
                    }
                });
    }

    /**
     * A tag or an author as the desk wants it.
     *
     * @param slug made from the name when not given; an existing one keeps its own then
     */
    record TaxonomyForm(@Nullable String slug, String name, @Nullable String attribute) {
    }
}
