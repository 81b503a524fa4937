package org.depesche.delivery.related;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.IncludeProvider;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.delivery.related.RelatedNews.RelatedQuery;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Embeds the related news in an article for {@code include=related}, so that a page needs a single request. */
@ApplicationScoped
class RelatedIncludeProvider implements IncludeProvider {

    static final Map<String, DetailLevel> VIEWS = Map.of("card", DetailLevel.CARD, "summary", DetailLevel.SUMMARY);
    static final int DEFAULT_LIMIT = 15;
    private static final int MAX_LIMIT = 50;

    private final RelatedNews related;
    private final ObjectMapper mapper;

    RelatedIncludeProvider(RelatedNews related, ObjectMapper mapper) {
        this.related = related;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "related";
    }

    @Override
    public Renderer prepare(QueryParameters queryParameters, Map<String, String> parameters) {
        var values = new HashMap<>(parameters);
        var query = new RelatedQuery(
                queryParameters.choice("relatedStrategy", values.get("relatedStrategy"), RelatedStrategy.AUTO),
                queryParameters.number("relatedLimit", values.get("relatedLimit"), DEFAULT_LIMIT, 0, MAX_LIMIT),
                FieldSelection
                        .of(queryParameters.choice("relatedView", values.get("relatedView"), DetailLevel.SUMMARY, VIEWS)));
        return (site, article) -> mapper.createArrayNode().addAll(related.list(site, article, query));
    }
}
