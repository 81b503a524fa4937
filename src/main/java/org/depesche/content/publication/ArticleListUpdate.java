package org.depesche.content.publication;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListEntry;
import org.depesche.content.listing.ListWriter;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.Sites;

/** Replaces the list entries of articles that change. */
@ApplicationScoped
class ArticleListUpdate {

    private final ArticleListKeys keys;
    private final ListWriter writer;
    private final Sites sites;
    private final Categories categories;

    ArticleListUpdate(ArticleListKeys keys, ListWriter writer, Sites sites, Categories categories) {
        this.keys = keys;
        this.writer = writer;
        this.sites = sites;
        this.categories = categories;
    }

    /** Returns the category trees of the sites, each of which is read when it is needed first. */
    SiteTreeCache siteTrees() {
        return new SiteTreeCache(sites, categories);
    }

    List<ListEntry> entries(List<PublishedArticle> articles, SiteTreeCache trees) {
        return keys.entries(articles, trees);
    }

    void replace(List<PublishedArticle> before, List<PublishedArticle> after, SiteTreeCache trees) {
        writer.replace(entries(before, trees), entries(after, trees));
    }
}
