package org.depesche.delivery.embed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleFilters;
import org.depesche.content.article.Articles;
import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Site;
import org.depesche.delivery.embed.FramePages.ArticleLink;
import org.depesche.delivery.feed.format.AdvertisingLabels;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;

/** Reads what partners may have. */
@ApplicationScoped
class PartnerArticles {

    private final ArticleFilters filters;
    private final PublishedListReader lists;
    private final Articles articles;
    private final ResponseMetadata metadata;
    private final QueryParameters inputs;

    PartnerArticles(ArticleFilters filters, PublishedListReader lists, Articles articles, ResponseMetadata metadata,
            QueryParameters inputs) {
        this.filters = filters;
        this.lists = lists;
        this.articles = articles;
        this.metadata = metadata;
        this.inputs = inputs;
    }

    /** The articles of a page as links. Errors are thrown as one problem. */
    List<ArticleLink> links(Site site, ArticleFilterParameters given, FrameParameters parameters) {
        var chosen = parameters.chosen(inputs);
        if (!parameters.hasIds()) {
            return links(site, newest(site, given, inputs.read(FrameParameters.LIMIT, parameters.limit())));
        }
        given.givenParameters()
                .forEach(other -> inputs.reject(other, "`" + other.name() + "` does not go with `ids`."));
        inputs.verify();
        chosen.forEach(id -> metadata.cacheTag(CacheTag.article(id)));
        return links(site, chosen);
    }

    private List<UUID> newest(Site site, ArticleFilterParameters given, int limit) {
        var filter = filters.resolve(given, site).without(ListKey.of(site.id(), ListKind.WITHHELD, true));
        inputs.verify();
        metadata.cacheTags(filter.cacheTags());
        return lists.page(filter.selection(), ListOrder.NEWEST, null, limit).stream().map(ListHit::article).toList();
    }

    /** One article; empty when partners may not have it. */
    Optional<SyndicatedArticle> find(Site site, UUID id) {
        return articles.renderForSyndication(site, List.of(id), false, true).stream().findFirst();
    }

    private List<ArticleLink> links(Site site, List<UUID> ids) {
        return articles.renderForSyndication(site, ids, false, true).stream().map(article -> {
            var card = article.card();
            return new ArticleLink(AdvertisingLabels.title(article), card.url(),
                    card.advertising() == null ? "noopener" : "sponsored noopener", card.language());
        }).toList();
    }
}
