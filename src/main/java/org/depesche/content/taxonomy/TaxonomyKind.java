package org.depesche.content.taxonomy;

import java.util.Optional;
import java.util.function.Function;

import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/**
 * The differences between tags and authors.
 *
 * @param name the name in messages, in the audit log and of the database table
 * @param listKind the letter of the article lists of this kind
 * @param attribute the member, and column, besides slug and name
 * @param defaultAttribute its value when the client sends none
 * @param attributeReader reads the attribute from a form
 */
public record TaxonomyKind(String name, String listKind, String attribute, @Nullable String defaultAttribute,
        Function<JsonForm, Optional<String>> attributeReader) {

    String table() {
        return name;
    }

    String indefiniteArticle() {
        return "aeiou".indexOf(name.charAt(0)) < 0 ? "a" : "an";
    }
}
