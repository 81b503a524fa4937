package org.depesche.content.listing;

import java.util.Optional;

/** The kinds of lists. The database stores the letter of a kind: kinds may be added, but a letter must never change. */
public enum ListKind {
    ALL('a'),
    /** A category with its descendants. Each article is listed once. */
    CATEGORY('c'),
    TAG('t'),
    AUTHOR('w'),
    TYPE('y'),
    /** A language with its regions and scripts: {@code de} also has the articles in {@code de-AT}. */
    LANGUAGE('l'),
    /**
     * Versions of a story that lists leave out in favor of another one: the value is the language in which one version is
     * chosen, or empty for all languages. The list exists beside each language's list, so that its id is cached.
     */
    OTHER_VERSION('o'),
    /** The articles of {@link #OTHER_VERSION} of all languages that are in a category. The list gives their number. */
    OTHER_IN_CATEGORY('C'),
    OTHER_WITH_TAG('T'),
    OTHER_BY_AUTHOR('W'),
    /** {@code 1}: with a lead image, {@code 0}: without. */
    HAS_IMAGE('i'),
    /** {@code 1}: advertising, {@code 0}: journalism. */
    ADVERTISING('d'),
    /** Only {@code 1}. Sensitive articles are rare, so that the list is probed and never scanned. */
    SENSITIVE('s'),
    /** The articles that use an image anywhere. */
    IMAGE('p'),
    /** Only {@code 1}: articles that must not be passed on to partners. They are rare, so that the list is probed. */
    WITHHELD('n'),
    /** {@code 2024-10}: the month of publication in the publication's time zone. */
    MONTH('m');

    private final char letter;

    ListKind(char letter) {
        this.letter = letter;
    }

    /** Returns the letter that the database stores. */
    public String letter() {
        return String.valueOf(letter);
    }

    /** Returns the kind of lists with the versions that lists of this kind leave out, if there is one with equal values. */
    public Optional<ListKind> leftOut() {
        return switch (this) {
            case ALL -> Optional.of(OTHER_VERSION);
            case CATEGORY -> Optional.of(OTHER_IN_CATEGORY);
            case TAG -> Optional.of(OTHER_WITH_TAG);
            case AUTHOR -> Optional.of(OTHER_BY_AUTHOR);
            case TYPE, LANGUAGE, OTHER_VERSION, OTHER_IN_CATEGORY, OTHER_WITH_TAG, OTHER_BY_AUTHOR, HAS_IMAGE,
                    ADVERTISING, SENSITIVE, IMAGE, WITHHELD, MONTH ->
                Optional.empty();
        };
    }

    /** Returns the kind of a letter in the database. */
    public static ListKind of(String letter) {
        for (var kind : values()) {
            if (kind.letter == letter.charAt(0)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of list: " + letter);
    }
}
