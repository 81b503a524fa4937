package org.depesche.content.projection;

import java.net.URI;
import java.util.Optional;

import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.url.RequestedUrl;
import org.depesche.content.site.Site;

/** Builds the URL of an article on a site. */
public final class ArticleUrls {

    private ArticleUrls() {
    }

    /** Returns the URL of an article; empty when the site has no URL. */
    public static Optional<URI> of(PublishedArticle article, Site site, CategoryTree tree, ArticleContent.Placement placement) {
        var category = tree.byId(placement.category()).map(Category::slug).orElse(null);
        return site.articleAddress(category, article.slug(), article.id(), article.publishedAt());
    }

    /** Returns the part of the URL below the site's URL. */
    public static String path(PublishedArticle article, Site site, CategoryTree tree,
            Optional<ArticleContent.Placement> placement) {
        var category = placement.flatMap(place -> tree.byId(place.category())).map(Category::slug).orElse(null);
        return site.articlePath(category, article.slug(), article.id(), article.publishedAt());
    }

    /** Returns the URL in the spelling that requests are compared with; a path while the site has no URL yet. */
    public static RequestedUrl current(PublishedArticle article, Site site, CategoryTree tree,
            ArticleContent.Placement placement) {
        var url = RequestedUrl.of(of(article, site.url() == null ? site.withUrl(URI.create("https://site.invalid")) : site,
                tree, placement).map(URI::toString).orElse(""));
        return site.url() == null ? new RequestedUrl(Optional.empty(), url.path(), url.parameters()) : url;
    }
}
