package org.depesche.bootstrap;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ArticleSummary;
import org.depesche.content.article.ArticleView;
import org.depesche.content.article.Articles;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.Selection;
import org.depesche.content.listing.Selections;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;

/** Finds an article worth showing on the pages for people: the newest piece of journalism. */
@ApplicationScoped
@Transactional
class Showcase {

    private final Sites sites;
    private final Selections selections;
    private final Articles articles;

    Showcase(Sites sites, Selections selections, Articles articles) {
        this.sites = sites;
        this.selections = selections;
        this.articles = articles;
    }

    Examples examples() {
        var site = sites.standard();
        var newest = selections.after(journalism(site), ListOrder.NEWEST, null, 1).stream().map(ListHit::article).toList();
        return articles.documents(site, newest, ArticleView.SUMMARY).values().stream().map(ArticleSummary.class::cast)
                .map(Examples::new).findFirst().orElseGet(() -> new Examples(null));
    }

    private static Selection journalism(Site site) {
        return Selection.of(ListKey.all(site.id())).without(Set.of(ListKey.of(site.id(), ListKind.ADVERTISING, true),
                ListKey.of(site.id(), ListKind.SENSITIVE, true)), Set.of());
    }
}
