package org.depesche.content.projection;

import java.util.UUID;

import org.depesche.kernel.Uuid7;

/** The cache tags that answers with articles carry and change entries name. */
public final class CacheTags {

    public static final String LIST_ALL = "list:all";
    public static final String COLLECTIONS = "collections";

    private CacheTags() {
    }

    public static String article(UUID id) {
        return "article:" + Uuid7.compact(id);
    }

    public static String relatedToCategory(UUID category) {
        return "related:category:" + Uuid7.compact(category);
    }

    public static String category(UUID id) {
        return "category:" + Uuid7.compact(id);
    }

    public static String tag(UUID id) {
        return "tag:" + Uuid7.compact(id);
    }

    public static String author(UUID id) {
        return "author:" + Uuid7.compact(id);
    }

    public static String image(UUID id) {
        return "image:" + Uuid7.compact(id);
    }

    public static String collection(UUID id) {
        return "collection:" + Uuid7.compact(id);
    }

    public static String listOf(String kind, UUID id) {
        return "list:" + kind + ":" + Uuid7.compact(id);
    }
}
