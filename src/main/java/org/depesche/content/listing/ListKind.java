package org.depesche.content.listing;

import java.util.Optional;

/** The kinds of lists. The letter is stored in the database: add kinds, and never change a letter. */
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
    /** Those among {@link #OTHER_VERSION} of all languages that are in a category, so that their number is known. */
    OTHER_IN_CATEGORY('C'),
    OTHER_WITH_TAG('T'),
    OTHER_BY_AUTHOR('W'),
    /** {@code 1}: with a lead image, {@code 0}: without. */
    HAS_IMAGE('i'),
    /** {@code 1}: advertising, {@code 0}: journalism. */
    ADVERTISING('d'),
    /** Only {@code 1}. Sensitive articles are rare, so that the list is probed and never scanned. */
    SENSITIVE('s'),
    /** An image, wherever the article uses it. */
    IMAGE('p'),
    /** Only {@code 1}: what the rights keep from partners. Such articles are rare, so that the list is probed. */
    WITHHELD('n'),
    /** {@code 2024-10}: the month of publication in the publication's time zone. */
    MONTH('m');

    private final char letter;

    ListKind(char letter) {
        this.letter = letter;
    }

    /** The letter that the database stores. */
    public String letter() {
        return String.valueOf(letter);
    }

    /** The kind of the lists that have what lists of this kind leave out, where there is one with the same values. */
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

    /** The kind of a letter in the database. */
    public static ListKind of(String letter) {
        for (var kind : values()) {
            if (kind.letter == letter.charAt(0)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of list: " + letter);
    }
}
