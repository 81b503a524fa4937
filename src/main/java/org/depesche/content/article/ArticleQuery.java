package org.depesche.content.article;

import java.util.Set;

import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.Selection;
import org.depesche.content.site.Site;
import org.depesche.platform.page.PageQuery;

/** An article list as it was asked for, checked and resolved. */
record ArticleQuery(Site site, Selection selection, ListOrder order, Presentation presentation, PageQuery page,
        boolean total, Set<String> tags) {

    ArticleQuery {
        tags = Set.copyOf(tags);
    }
}
