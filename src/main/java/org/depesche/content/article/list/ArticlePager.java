package org.depesche.content.article.list;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.ArticleRenderer;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.article.view.SyndicationRights;
import org.depesche.content.category.Categories;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListReader;
import org.depesche.content.projection.ArticleListKeys;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.projection.SiteTreeCache;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.page.PageQuery;

/** Reads and renders pages of articles. */
@ApplicationScoped
public class ArticlePager {

    private final ListReader selections;
    private final PublishedArticles articles;
    private final ArticleRenderer documents;
    private final ArticleListKeys lists;
    private final Sites sites;
    private final Categories categories;
    private final PageLinks pages;
    private final ResponseMetadata provenance;
    private final AutocommitReads glances;
    private final SyndicationRights syndication;

    ArticlePager(ListReader selections, PublishedArticles articles, ArticleRenderer documents, ArticleListKeys lists,
            Sites sites, Categories categories, PageLinks pages, ResponseMetadata provenance, AutocommitReads glances,
            SyndicationRights syndication) {
        this.selections = selections;
        this.articles = articles;
        this.documents = documents;
        this.lists = lists;
        this.sites = sites;
        this.categories = categories;
        this.pages = pages;
        this.provenance = provenance;
        this.glances = glances;
        this.syndication = syndication;
    }

    public ArticleList page(ArticleListQuery query) {
        if (query.total() || query.presentation().view() == DetailLevel.FULL) {
            glances.requireTransaction();
        }
        var order = query.order();
        var slice = query.page().slice(hits(query), hit -> List.of(order.time(hit).toString(), hit.article().toString()));
        provenance.cacheTags(query.tags());
        var page = pages.page(slice);
        var ids = slice.rows().stream().map(ListHit::article).toList();
        var shown = inOrder(ids, articles.byIdsWithLogPosition(ids, query.presentation().needsBody()));
        return new ArticleList(documents.renderList(query.site(), shown.values(), query.presentation()),
                query.total() ? page.withTotal(selections.count(query.selection())) : page, null);
    }

    private List<ListHit> hits(ArticleListQuery query) {
        var page = query.page();
        var position = position(page).orElse(null);
        var order = page.isBackwards() ? query.order().reversed() : query.order();
        return selections.page(query.selection(), order, position, page.fetchSize());
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
        // an image in the body may put an article into a list
        var shown = inOrder(ids, articles.byIdsWithLogPosition(ids, presentation.needsBody() || within.isPresent()));
        shown.values().removeIf(article -> !article.isOn(site)
                || presentation.isForPartners() && syndication.isWithheld(article));
        var trees = new SiteTreeCache(sites, categories);
        within.ifPresent(list -> shown.values().removeIf(
                article -> lists.entries(article, trees).stream().noneMatch(entry -> entry.list().equals(list))));
        ids.forEach(id -> provenance.cacheTag(CacheTag.article(id)));
        return new ArticleList(documents.renderList(site, shown.values(), presentation), Page.single(Math.max(1, ids.size())),
                ids.stream().filter(id -> !shown.containsKey(id)).toList());
    }

    private static Map<UUID, PublishedArticle> inOrder(Collection<UUID> ids, Map<UUID, PublishedArticle> found) {
        var shown = new LinkedHashMap<UUID, PublishedArticle>();
        ids.stream().map(found::get).filter(Objects::nonNull).forEach(article -> shown.put(article.id(), article));
        return shown;
    }
}
