package org.depesche.content.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.depesche.content.category.Category;
import org.depesche.content.model.ArticleContent;

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
                ArticleUrls.path(article, trees.site(home.site()), tree, Optional.of(home)),
                content.classification().placements().stream().map(placement -> trees.site(placement.site()).slug()).distinct()
                        .toList(),
                tree.byId(home.category()).map(Category::slug).orElse(""),
                categorySlugs(content, trees), ArticleListKeys.categories(content, trees),
                new HashSet<>(content.classification().tags()), new HashSet<>(content.classification().authors()),
                Set.copyOf(article.images()), article.publishedAt());
    }

    private static List<String> categorySlugs(ArticleContent content, SiteTreeCache trees) {
        return content.classification().placements().stream().flatMap(placement -> {
            var tree = trees.tree(placement.site());
            return Stream.concat(Stream.of(placement.category()), placement.further().stream())
                    .flatMap(id -> tree.path(id).stream());
        }).map(Category::slug).distinct().toList();
    }
}
