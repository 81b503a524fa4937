package org.depesche.content.article.list;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.content.article.rendered.RenderedListArticles;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.page.PageQuery;

/** Reads and renders pages of articles. */
@Singleton
public class ArticlePager {

    private final PublishedListReader reader;
    private final PublishedArticles articles;
    private final RenderedListArticles items;
    private final ArticleListKeys lists;
    private final Sites sites;
    private final Categories categories;
    private final PageLinks pages;
    private final ResponseMetadata metadata;

    ArticlePager(PublishedListReader reader, PublishedArticles articles, RenderedListArticles items, ArticleListKeys lists,
            Sites sites, Categories categories, PageLinks pages, ResponseMetadata metadata) {
        this.reader = reader;
        this.articles = articles;
        this.items = items;
        this.lists = lists;
        this.sites = sites;
        this.categories = categories;
        this.pages = pages;
        this.metadata = metadata;
    }

    /** Reads and renders the page of a query, and records its cache tags and the position of the change log. */
    public ArticleList page(ArticleListQuery query) {
        var order = query.order();
        var slice = query.page().slice(hits(query), hit -> List.of(order.time(hit).toString(), hit.article().toString()));
        metadata.cacheTags(query.tags());
        var page = pages.page(slice);
        var ids = slice.rows().stream().map(ListHit::article).toList();
        return new ArticleList(List.copyOf(items.byIds(query.site(), ids, query.presentation()).values()),
                query.total() ? page.withTotal(reader.count(query.selection())) : page, null);
    }

    private List<ListHit> hits(ArticleListQuery query) {
        var page = query.page();
        var position = position(page).orElse(null);
        var order = page.isBackwards() ? query.order().reversed() : query.order();
        return reader.pageWithLogPosition(query.selection(), order, position, page.fetchSize());
    }

    private static Optional<KeysetPosition> position(PageQuery page) {
        return page.key().isEmpty() ? Optional.empty()
                : Optional.of(new KeysetPosition(page.key(0, PageQuery::keyTime),
                        page.key(1, text -> Uuid7.parse(text).orElseThrow())));
    }

    /**
     * Renders the articles with these ids in their order. Those that are not public on the site, or not in the list,
     * are reported as missing.
     */
    public ArticleList pageOfIds(Site site, Collection<UUID> ids, FieldSelection presentation, Optional<ListKey> within) {
        ids.forEach(id -> metadata.cacheTag(CacheTag.article(id)));
        var shown = items.byIds(site, within.map(list -> idsWithin(list, ids)).orElse(ids), presentation);
        return new ArticleList(List.copyOf(shown.values()), Page.single(Math.max(1, ids.size())),
                ids.stream().filter(id -> !shown.containsKey(id)).toList());
    }

    /** Reads the bodies as well, because an image in the body puts an article into the list of that image. */
    private Collection<UUID> idsWithin(ListKey list, Collection<UUID> ids) {
        var trees = new SiteTreeCache(sites, categories);
        var found = articles.byIdsWithLogPosition(ids, true);
        return ids.stream().filter(found::containsKey).filter(id -> lists.entriesByContent(found.get(id), trees).stream()
                .anyMatch(entry -> entry.list().equals(list))).toList();
    }
}
