package org.depesche.content.model;

import java.util.List;

/** The types of articles. The list is open: v1 may get more types. */
public final class ArticleType {

    public static final String NEWS = "news";
    public static final List<String> WORDS = List.of(NEWS, "feature", "interview", "opinion", "event", "video", "podcast");

    private ArticleType() {
    }

    public static boolean isKnown(String word) {
        return WORDS.contains(word);
    }
}
