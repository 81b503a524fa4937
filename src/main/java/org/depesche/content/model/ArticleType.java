package org.depesche.content.model;

import java.util.List;

/** The kinds of piece. An open list: more may come within v1. */
public final class ArticleType {

    public static final String NEWS = "news";
    public static final List<String> WORDS = List.of(NEWS, "feature", "interview", "opinion", "event", "video", "podcast");

    private ArticleType() {
    }

    public static boolean isKnown(String word) {
        return WORDS.contains(word);
    }
}
