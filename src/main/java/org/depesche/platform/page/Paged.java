package org.depesche.platform.page;

import java.util.List;

/**
 * A list answer: the items and where they stand. For a speaking schema name declare a record of your own with the same two
 * members ({@code record ArticleList(List<ArticleSummary> items, Page page)}).
 */
public record Paged<T>(List<T> items, Page page) {

    public Paged {
        items = List.copyOf(items);
    }
}
