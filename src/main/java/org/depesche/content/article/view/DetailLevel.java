package org.depesche.content.article.view;

/** How much of an article: each level has all of the former. */
public enum DetailLevel {
    CARD("card"),
    SUMMARY("summary"),
    FULL("full");

    private final String word;

    DetailLevel(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
