package org.depesche.delivery.search;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Articles;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Site;
import org.depesche.delivery.search.SearchItem.Highlights;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Renders hits as articles. Hits that are no longer public are left out, even if the index is behind. */
@ApplicationScoped
class SearchItemRenderer {

    private static final double SCORE_PRECISION = 100;

    private final Articles articles;
    private final WordAnalyzers analyzers;
    private final ObjectMapper mapper;

    SearchItemRenderer(Articles articles, WordAnalyzers languages, ObjectMapper mapper) {
        this.articles = articles;
        this.analyzers = languages;
        this.mapper = mapper;
    }

    List<Object> render(Site site, SearchResult found, ParsedQuery query, FieldSelection presentation) {
        var documents = articles.render(site, found.hits().stream().map(Hit::id).toList(), presentation);
        var marks = new Highlighter(query, analyzers);
        return found.hits().stream().filter(hit -> documents.containsKey(hit.id()))
                .<Object> map(hit -> item(mapper.valueToTree(documents.get(hit.id())), hit, marks)).toList();
    }

    private ObjectNode item(ObjectNode article, Hit hit, Highlighter marks) {
        article.put("score", Math.round(hit.score() * SCORE_PRECISION) / SCORE_PRECISION);
        article.set("highlights", mapper.valueToTree(highlights(hit.storedText(), marks)));
        return article;
    }

    private static Highlights highlights(StoredText wording, Highlighter marks) {
        return new Highlights(emptyToNull(marks.highlight(wording.headline(), wording.language())),
                emptyToNull(marks.highlight(wording.kicker(), wording.language())),
                emptyToNull(marks.highlight(wording.teaser(), wording.language())),
                emptyToNull(marks.snippet(wording.body(), wording.language())));
    }

    private static @Nullable String emptyToNull(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty()).orElse(null);
    }
}
