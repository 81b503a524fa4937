package org.depesche.content.vocabulary;

import java.util.Map;

import org.depesche.platform.form.Form;
import org.depesche.platform.http.PublicationZone;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what the desk sends of a tag or an author. PUT takes what GET gave: what nobody can set may say what is. */
record NameForms(NameKind kind, PublicationZone zone) {

    NameForm fresh(Form form) {
        return whole(form);
    }

    /** All of it: what is left out is empty. */
    NameForm whole(Form form, Name before) {
        checkFixed(form, before);
        return whole(form);
    }

    private NameForm whole(Form form) {
        form.require("name");
        var whole = new NameForm(form.slug("slug").orElse(null), name(form, ""),
                kind.traitReader().apply(form).orElse(kind.usualTrait()));
        form.verify();
        return whole;
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. */
    NameForm patched(Form form, Name before) {
        checkFixed(form, before);
        if (form.clears("name")) {
            form.reject("name", "is required.");
        }
        var trait = form.clears(kind.trait()) ? kind.usualTrait() : before.trait();
        var patched = new NameForm(form.clears("slug") ? null : form.slug("slug").orElse(before.slug()),
                name(form, before.name()), kind.traitReader().apply(form).orElse(trait));
        form.verify();
        return patched;
    }

    private static String name(Form form, String otherwise) {
        var name = form.text("name", NameRegister.MAX_NAME).map(Fingerprint::tidy);
        if (name.filter(String::isEmpty).isPresent()) {
            form.reject("name", "must not be blank.");
        }
        return name.orElse(otherwise);
    }

    private void checkFixed(Form form, Name before) {
        Map.of("id", before.id().toString(), "createdAt", zone.text(before.createdAt()), "updatedAt",
                zone.text(before.updatedAt())).forEach((member, value) -> {
                    if (form.has(member) && !form.raw(member).map(JsonNode::asText).orElse("").equals(value)) {
                        form.reject(member, "cannot be set.");
                    }
                });
    }
}
