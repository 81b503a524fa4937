package org.depesche.content.projection;

import java.net.URI;
import java.util.Optional;

import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.site.Site;

/** Builds the URL of an article on a site. */
public final class ArticleUrls {

    private ArticleUrls() {
    }

    /** The URL of an article; empty when the site has no URL. */
    public static Optional<URI> of(PublishedArticle article, Site site, CategoryTree tree, ArticleContent.Placement placement) {
        var category = tree.byId(placement.category()).map(Category::slug).orElse(null);
        return site.articleAddress(category, article.slug(), article.id(), article.publishedAt());
    }

    /** The path of an article's URL, even when the site has no URL yet. */
    public static String path(PublishedArticle article, Site site, CategoryTree tree, ArticleContent.Placement placement) {
        return of(article, site.withUrl(URI.create("https://site.invalid")), tree, placement).map(URI::getPath).orElse("");
    }
}
