package org.depesche.content.taxonomy;

import java.util.HashMap;
import java.util.Map;

import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/** Reads the form of a tag or an author. */
record TaxonomyFormReader(TaxonomyKind kind) {

    TaxonomyForm read(JsonForm form) {
        form.require("name");
        var members = new HashMap<String, Object>();
        kind.members().forEach(member -> member.reader().apply(form).ifPresent(value -> members.put(member.name(), value)));
        var read = new TaxonomyForm(form.slug("slug").orElse(null), name(form), members);
        form.verify();
        return read;
    }

    private static String name(JsonForm form) {
        var name = form.visibleText("name", TaxonomyRegistrar.MAX_NAME).map(Fingerprint::normalize);
        if (name.filter(String::isEmpty).isPresent()) {
            form.reject("name", "must not be blank.");
        }
        return name.orElse("");
    }

    /**
     * @param slug absent: a new entry gets a slug made from the name, an existing entry keeps its slug
     * @param members the values of the members of the kind, by name
     */
    record TaxonomyForm(@Nullable String slug, String name, Map<String, Object> members) {

        TaxonomyForm {
            members = Map.copyOf(members);
        }
    }
}
