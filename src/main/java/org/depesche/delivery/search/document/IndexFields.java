package org.depesche.delivery.search.document;

import java.util.Locale;

import org.depesche.delivery.search.language.MatchLevel;

/** The fields that every backend has, by the same names. */
public final class IndexFields {

    /** To be raised whenever documents or the forms of words change: an index of another version is made anew. */
    public static final String SCHEMA_VERSION = "2";

    public static final String ID = "id";
    public static final String LIST = "list";
    public static final String PUBLISHED = "published";
    public static final String MIN_HASH = "sketch";
    /** Stems and parts of what is written with a capital within a sentence. */
    public static final String NOUNS = "nouns";
    private static final String ALL = "all";

    private IndexFields() {
    }

    static String of(String section, MatchLevel level) {
        return section.toLowerCase(Locale.ROOT) + "." + level.name().toLowerCase(Locale.ROOT);
    }

    /** All sections together. */
    public static String all(MatchLevel level) {
        return of(ALL, level);
    }
}
