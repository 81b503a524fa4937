package org.depesche.content.model;

/**
 * The limits of an article's members as they are set by default, in characters or entries. The OpenAPI document shows these;
 * {@code depesche.editorial.limits} may change those that it names.
 */
public final class ContentLimits {

    public static final int HEADLINE = 500;
    public static final int TEASER = 5_000;
    public static final int NAME = 500;
    public static final int NOTE = 5_000;
    public static final int CATEGORIES = 20;
    public static final int TAGS = 100;
    public static final int AUTHORS = 50;
    public static final int PLACEMENTS = 20;
    public static final int LINKS = 100;
    public static final int CORRECTIONS = 200;
    public static final int ALIASES = 50;
    public static final int PICKS = 50;

    /** A slug, name or id by which a member refers to something. */
    public static final int REFERENCE = 200;

    public static final int ORIGIN_SYSTEM = 100;
    public static final int ORIGIN_ID = 1_000;
    public static final int ORIGIN_GUID = 1_000;

    private ContentLimits() {
    }
}
