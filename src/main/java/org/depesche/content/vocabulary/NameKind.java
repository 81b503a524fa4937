package org.depesche.content.vocabulary;

import java.util.Optional;
import java.util.function.Function;

import org.depesche.platform.form.Form;
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
public record NameKind(String word, String listKind, String trait, @Nullable String usualTrait,
        Function<Form, Optional<String>> traitReader) {

    String table() {
        return word;
    }

    String article() {
        return "aeiou".indexOf(word.charAt(0)) < 0 ? "a" : "an";
    }
}
