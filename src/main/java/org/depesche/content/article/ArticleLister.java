package org.depesche.content.article;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListPlace;
import org.depesche.content.listing.Selections;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Glances;
import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageQuery;

/** Makes pages of articles out of what a query selects. */
@ApplicationScoped
class ArticleLister {

    private final Selections selections;
    private final PublishedArticles articles;
    private final ArticleDocuments documents;
    private final ArticleLists lists;
    private final Sites sites;
    private final Categories categories;
    private final Addresses addresses;
    private final Provenance provenance;
    private final Glances glances;

    ArticleLister(Selections selections, PublishedArticles articles, ArticleDocuments documents, ArticleLists lists,
            Sites sites, Categories categories, Addresses addresses, Provenance provenance, Glances glances) {
        this.selections = selections;
        this.articles = articles;
        this.documents = documents;
        this.lists = lists;
        this.sites = sites;
        this.categories = categories;
        this.addresses = addresses;
        this.provenance = provenance;
        this.glances = glances;
    }

    ArticleList page(ArticleQuery query) {
        if (query.total() || query.presentation().view() == ArticleView.FULL) {
            glances.needMore();
        }
        var order = query.order();
        var slice = query.page().slice(hits(query), hit -> List.of(order.time(hit).toString(), hit.article().toString()));
        provenance.tags(query.tags());
        var page = Page.of(slice, cursor -> addresses.with("cursor", cursor));
        var ids = slice.rows().stream().map(ListHit::article).toList();
        var shown = inOrder(ids, articles.confirmed(ids, query.presentation().needsBody()));
        page.following().ifPresent(next -> provenance.link("next", next));
        page.preceding().ifPresent(previous -> provenance.link("prev", previous));
        return new ArticleList(documents.list(query.site(), shown.values(), query.presentation()),
                query.total() ? page.withTotal(selections.total(query.selection())) : page, null);
    }

    private List<ListHit> hits(ArticleQuery query) {
        var page = query.page();
        var place = place(page).orElse(null);
        var order = page.isBackwards() ? query.order().reversed() : query.order();
        return selections.after(query.selection(), order, place, page.fetch());
    }

    private static Optional<ListPlace> place(PageQuery page) {
        var key = page.key();
        return key.isEmpty() ? Optional.empty()
                : Optional.of(new ListPlace(Instant.parse(key.get(0)), Uuid7.parse(key.get(1)).orElseThrow()));
    }

    /** Just these, in their order; what is not public on the site, and in that list, is named as missing. */
    ArticleList named(Site site, Collection<UUID> ids, Presentation presentation, Optional<ListKey> within) {
        // a list may follow from pictures in the body
        var shown = inOrder(ids, articles.confirmed(ids, presentation.needsBody() || within.isPresent()));
        shown.values().removeIf(article -> !article.isOn(site));
        var trees = new SiteTrees(sites, categories);
        within.ifPresent(list -> shown.values().removeIf(
                article -> lists.entries(article, trees).stream().noneMatch(entry -> entry.list().equals(list))));
        ids.forEach(id -> provenance.tag(CacheTags.article(id)));
        return new ArticleList(documents.list(site, shown.values(), presentation), Page.whole(Math.max(1, ids.size())),
                ids.stream().filter(id -> !shown.containsKey(id)).toList());
    }

    private static Map<UUID, PublishedArticle> inOrder(Collection<UUID> ids, Map<UUID, PublishedArticle> found) {
        var shown = new LinkedHashMap<UUID, PublishedArticle>();
        ids.stream().map(found::get).filter(Objects::nonNull).forEach(article -> shown.put(article.id(), article));
        return shown;
    }
}
