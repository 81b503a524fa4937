package org.depesche.delivery.search.document;

import java.util.Locale;

import org.depesche.delivery.search.language.MatchLevel;

/** The names of the index fields, which are the same in every backend. */
public final class IndexFields {

    /**
     * The version of the index schema. Raise it whenever documents or the analysis of words change: an index of another
     * version is rebuilt.
     */
    public static final String SCHEMA_VERSION = "6";

    public static final String ID = "id";
    public static final String LIST = "list";
    public static final String PUBLISHED = "published";
    public static final String MIN_HASH = "sketch";
    /** Stems and parts of the words that are capitalized within a sentence. */
    public static final String NOUNS = "nouns";
    private static final String ALL = "all";

    private IndexFields() {
    }

    static String of(String section, MatchLevel level) {
        return section.toLowerCase(Locale.ROOT) + "." + level.name().toLowerCase(Locale.ROOT);
    }

    /** The field that has the terms of all text fields. */
    public static String all(MatchLevel level) {
        return of(ALL, level);
    }
}
