package org.depesche.platform.page;

import java.util.List;

/**
 * A list response: the items and their page. For a schema name of its own, declare a record with the same two members
 * ({@code record ArticleList(List<ArticleSummary> items, Page page)}).
 */
public record Paged<T>(List<T> items, Page page) {

    public Paged {
        items = List.copyOf(items);
    }
}
