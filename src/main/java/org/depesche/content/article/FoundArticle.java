package org.depesche.content.article;

/**
 * One article and what else there is to be read for it: most stand alone, and need no statement to say so.
 *
 * @param isTranslated whether there may be other language versions
 * @param isListed whether it may stand in a collection
 */
record FoundArticle(PublishedArticle article, boolean isTranslated, boolean isListed) {

    /** Of which nobody has looked yet. */
    static FoundArticle unknown(PublishedArticle article) {
        return new FoundArticle(article, true, true);
    }
}
