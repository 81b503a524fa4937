package org.depesche.delivery.search;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Articles;
import org.depesche.content.article.Articles.FoundArticles;
import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Site;
import org.depesche.delivery.search.SearchItem.Highlights;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.platform.database.AutocommitReads;
import org.jspecify.annotations.Nullable;

/** Renders hits as articles. Hits that are no longer public are left out, even if the index is behind. */
@ApplicationScoped
class SearchItemRenderer {

    private static final double SCORE_PRECISION = 100;

    private final Articles articles;
    private final AutocommitReads reads;
    private final WordAnalyzers analyzers;

    SearchItemRenderer(Articles articles, AutocommitReads reads, WordAnalyzers analyzers) {
        this.articles = articles;
        this.reads = reads;
        this.analyzers = analyzers;
    }

    List<SearchItem> render(Site site, List<Hit> hits, ParsedQuery query, FieldSelection presentation) {
        var ids = hits.stream().map(Hit::id).toList();
        var found = reads.attempt(() -> articles.renderFound(site, ids, presentation))
                .orElseGet(() -> articles.renderFound(site, ids, presentation));
        var highlighter = new Highlighter(query, analyzers);
        return hits.stream().filter(hit -> found.articles().containsKey(hit.id()))
                .map(hit -> item(found.articles().get(hit.id()), hit, visible(hit, found), highlighter)).toList();
    }

    /** The texts that the caller may read. An article is found by its whole text, also by the part behind the paywall. */
    private static StoredText visible(Hit hit, FoundArticles found) {
        var text = hit.storedText();
        return new StoredText(text.language(), text.kicker(), text.headline(), text.teaser(),
                found.visibleTexts().getOrDefault(hit.id(), text.body()));
    }

    private static SearchItem item(ArticleRepresentation article, Hit hit, StoredText text, Highlighter highlighter) {
        return new SearchItem(article, Math.round(hit.score() * SCORE_PRECISION) / SCORE_PRECISION,
                highlights(text, highlighter));
    }

    private static Highlights highlights(StoredText text, Highlighter highlighter) {
        return new Highlights(emptyToNull(highlighter.highlight(text.headline(), text.language())),
                emptyToNull(highlighter.highlight(text.kicker(), text.language())),
                emptyToNull(highlighter.highlight(text.teaser(), text.language())),
                emptyToNull(highlighter.snippet(text.body(), text.language())));
    }

    private static @Nullable String emptyToNull(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty()).orElse(null);
    }
}
