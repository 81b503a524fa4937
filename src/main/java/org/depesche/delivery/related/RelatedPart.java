package org.depesche.delivery.related;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleView;
import org.depesche.content.article.IncludedPart;
import org.depesche.content.article.Presentation;
import org.depesche.delivery.related.RelatedNews.RelatedQuery;
import org.depesche.platform.http.Inputs;

import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code include=related}: the feed inside its article, so that a page needs one request. */
@ApplicationScoped
class RelatedPart implements IncludedPart {

    static final Map<String, ArticleView> VIEWS = Map.of("card", ArticleView.CARD, "summary", ArticleView.SUMMARY);
    static final int DEFAULT_LIMIT = 15;
    private static final int MOST = 50;

    private final RelatedNews related;
    private final ObjectMapper mapper;

    RelatedPart(RelatedNews related, ObjectMapper mapper) {
        this.related = related;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "related";
    }

    @Override
    public Making prepare(Inputs inputs, Map<String, String> parameters) {
        var raw = new HashMap<>(parameters);
        var query = new RelatedQuery(inputs.choice("relatedStrategy", raw.get("relatedStrategy"), Strategy.AUTO),
                inputs.number("relatedLimit", raw.get("relatedLimit"), DEFAULT_LIMIT, 0, MOST),
                Presentation.of(inputs.choice("relatedView", raw.get("relatedView"), ArticleView.SUMMARY, VIEWS)));
        return (site, article) -> mapper.createArrayNode().addAll(related.of(site, article, query));
    }
}
