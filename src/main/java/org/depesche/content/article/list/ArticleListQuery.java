package org.depesche.content.article.list;

import java.util.Set;

import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.page.PageQuery;

/** A resolved request for an article list. */
public record ArticleListQuery(Site site, ListFilter selection, ListOrder order, FieldSelection presentation, PageQuery page,
        boolean total, Set<CacheTag> tags) {

    public ArticleListQuery {
        tags = Set.copyOf(tags);
    }
}
