package org.depesche.content.listing;

/** What a list is a list of. The letter stands in the database: add, never change. */
public enum ListKind {
    ALL('a'),
    /** A category with its descendants, each article once. */
    CATEGORY('c'),
    TAG('t'),
    AUTHOR('w'),
    TYPE('y'),
    LANGUAGE('l'),
    /** {@code 1}: has a lead image, {@code 0}: has none. */
    HAS_IMAGE('i'),
    /** {@code 1}: advertising, {@code 0}: journalism. */
    ADVERTISING('d'),
    /** Only {@code 1}: rare, so it is probed for and never walked. */
    SENSITIVE('s'),
    /** A picture, wherever in the article it is used. */
    IMAGE('p'),
    /** {@code 2024-10}: the month of publication in the publication's zone. */
    MONTH('m');

    private final char letter;

    ListKind(char letter) {
        this.letter = letter;
    }

    /** As the database has it. */
    public String letter() {
        return String.valueOf(letter);
    }

    /** Of the letter in the database. */
    public static ListKind of(String letter) {
        for (var kind : values()) {
            if (kind.letter == letter.charAt(0)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of list: " + letter);
    }
}
