package org.depesche.content.article.view;

/** The level of detail of an article. Each level has all members of the previous level. */
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
