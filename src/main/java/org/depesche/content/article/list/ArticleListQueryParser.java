package org.depesche.content.article.list;

import java.util.Set;

import jakarta.inject.Singleton;

import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.publication.MergeListMover;
import org.depesche.content.site.Site;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;

/** Parses the query of an article list, and reports all errors in one problem. */
@Singleton
public class ArticleListQueryParser {

    private final ArticleFilterResolver filters;
    private final MergeListMover mergingLists;
    private final QueryParameters inputs;

    ArticleListQueryParser(ArticleFilterResolver filters, MergeListMover merges, QueryParameters inputs) {
        this.filters = filters;
        this.mergingLists = merges;
        this.inputs = inputs;
    }

    /** Parses a query. Errors are added to the query parameters. */
    public ArticleListQuery parse(ArticleFilterParameters filter, ArticleListParameters given, Site site) {
        return parse(filter, given, site, Set.of());
    }

    /**
     * Parses a query whose path names lists as well.
     *
     * @param within every article has to be in one of these lists; empty for all articles
     */
    public ArticleListQuery parse(ArticleFilterParameters asked, ArticleListParameters given, Site site, Set<ListKey> within) {
        var order = inputs.read(ArticleListParameters.SORT, given.sort());
        var presentation = FieldSelection.forList(inputs, given.view(), given.include(), given.fields())
                .forPartners(inputs.read(ArticleListParameters.USAGE, given.usage()).orElse(false))
                .withCrop(inputs, given.crop());
        var filtered = filters.resolve(inputs, asked, site, isByUpdate(order));
        var wanted = within.isEmpty() ? filtered : filtered.and(within);
        var selection = presentation.isForPartners() ? wanted.without(ListKey.of(site.id(), ListKind.WITHHELD, true)) : wanted;
        var limit = inputs.read(ArticleListParameters.LIMIT, given.limit());
        var total = inputs.read(ArticleListParameters.TOTAL, given.total());
        var filter = site.id() + selection.canonical();
        var cursor = inputs
                .read(ArticleListParameters.CURSOR, given.cursor(), text -> Cursor.decode(text, order.parameter(), filter),
                        "`cursor` is none of this list: use page.next as it is, with the same filter and sort.")
                .orElse(null);
        return new ArticleListQuery(site, mergingLists.withMergingLists(selection, site), order, presentation,
                new PageQuery(limit, order.parameter(), filter, cursor), total, ArticleListTags.of(selection));
    }

    private static boolean isByUpdate(ListOrder order) {
        return order == ListOrder.LATEST_UPDATED || order == ListOrder.EARLIEST_UPDATED;
    }
}
