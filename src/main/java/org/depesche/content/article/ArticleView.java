package org.depesche.content.article;

/** How much of an article: each level has all of the former. */
public enum ArticleView {
    CARD("card"),
    SUMMARY("summary"),
    FULL("full");

    private final String word;

    ArticleView(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
