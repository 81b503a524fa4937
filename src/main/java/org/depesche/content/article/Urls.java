package org.depesche.content.article;

import java.net.URI;
import java.util.Optional;

import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.site.Site;

/** The address of an article on a site, where the site has one. */
final class Urls {

    private Urls() {
    }

    static Optional<URI> of(PublishedArticle article, Site site, CategoryTree tree, ArticleContent.Placement placement) {
        var category = tree.byId(placement.category()).map(Category::slug).orElse(null);
        return site.articleAddress(category, article.slug(), article.id(), article.publishedAt());
    }

    /** The path alone, also while the site has no address. */
    static String path(PublishedArticle article, Site site, CategoryTree tree, ArticleContent.Placement placement) {
        return of(article, site.at(URI.create("https://site.invalid")), tree, placement).map(URI::getPath).orElse("");
    }
}
