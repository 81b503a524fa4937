package org.depesche.content.taxonomy;

import java.util.Optional;
import java.util.function.Function;

import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/**
 * What tells one kind of names from another.
 *
 * @param word as people, the audit and the database's tables call it
 * @param listKind the letter of the lists that its articles stand in
 * @param trait the member, and column, that it has besides slug and name
 * @param usualTrait what that is when nothing is said
 * @param traitReader reads it, telling mistakes to the form
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
