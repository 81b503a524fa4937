package org.depesche.content.projection;

import java.util.HashSet;
import java.util.Set;

import org.depesche.content.category.Category;

/** Computes the public state of an article, for the change log. */
public final class PublicStates {

    private PublicStates() {
    }

    public static ArticleEvent.PublicState of(PublishedArticle article, SiteTreeCache trees) {
        var content = article.content();
        var home = content.classification().placements().get(0);
        var tree = trees.tree(home.site());
        return new ArticleEvent.PublicState(article.slug(),
                ArticleUrls.of(article, trees.site(home.site()), tree, home).orElse(null),
                content.classification().placements().stream().map(placement -> trees.site(placement.site()).slug()).distinct()
                        .toList(),
                tree.byId(home.category()).map(Category::slug).orElse(""), ArticleListKeys.categories(content, trees),
                new HashSet<>(content.classification().tags()), new HashSet<>(content.classification().authors()),
                Set.copyOf(article.images()), article.publishedAt());
    }
}
