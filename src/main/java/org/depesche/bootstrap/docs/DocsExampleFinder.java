package org.depesche.bootstrap.docs;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.PublishedListReader;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;

/** Finds the article for the examples: the newest one that is neither advertising nor sensitive. */
@ApplicationScoped
@Transactional
class DocsExampleFinder {

    private final Sites sites;
    private final PublishedListReader selections;
    private final Articles articles;

    DocsExampleFinder(Sites sites, PublishedListReader selections, Articles articles) {
        this.sites = sites;
        this.selections = selections;
        this.articles = articles;
    }

    DocsExamples find() {
        var site = sites.defaultSite();
        var newest = selections.page(journalism(site), ListOrder.NEWEST, null, 1).stream().map(ListHit::article).toList();
        return articles.renderForSyndication(site, newest, false, false).stream().map(SyndicatedArticle::summary)
                .map(DocsExamples::new).findFirst().orElseGet(() -> new DocsExamples(null));
    }

    private static ListFilter journalism(Site site) {
        return ListFilter.of(ListKey.all(site.id())).excluding(Set.of(ListKey.of(site.id(), ListKind.ADVERTISING, true),
                ListKey.of(site.id(), ListKind.SENSITIVE, true)), Set.of());
    }
}
