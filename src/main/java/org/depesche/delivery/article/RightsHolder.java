package org.depesche.delivery.article;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The holder of the copyright, as a copyright notice names it: {@code © 2024 Beispielverlag GmbH} names
 * {@code Beispielverlag GmbH}. The creator of a work is often not its holder, and is never taken for it.
 */
final class RightsHolder {

    private static final int MAX_LENGTH = 100;
    /** Possessive, because a greedy group needs stack for each of its matches. */
    private static final Pattern MARKS = Pattern.compile(
            "^(?:\\s|©|\\(c\\)|copyright\\b|by\\b|:|,|\\d{4}(?:\\s*[-–/]\\s*\\d{2,4})?\\b)++", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESERVATION = Pattern.compile(
            "[\\s.,;:–-]*(?:all rights reserved|alle rechte vorbehalten)[\\s.]*$", Pattern.CASE_INSENSITIVE);
    /** More than a name: a sentence that ends, and another one. */
    private static final Pattern SENTENCES = Pattern.compile("\\p{Ll}{3}\\.\\s|[!?;\\n]");

    private RightsHolder() {
    }

    /** The holder that a notice names; empty when the notice names nobody, or is more than a name. */
    static Optional<String> in(@Nullable String notice) {
        if (notice == null) {
            return Optional.empty();
        }
        var name = RESERVATION.matcher(MARKS.matcher(notice).replaceFirst("")).replaceFirst("").strip();
        return Optional.of(name).filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH
                && !SENTENCES.matcher(text).find());
    }
}
