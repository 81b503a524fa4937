package org.depesche.delivery.related;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.IncludeProvider;
import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.delivery.related.RelatedNews.RelatedQuery;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Embeds the related news in an article for {@code include=related}, so that a page needs a single request. */
@ApplicationScoped
class RelatedIncludeProvider implements IncludeProvider {

    private static final String NAME = "related";
    private static final String INCLUDE = "include=" + NAME;

    static final WithDefault<RelatedStrategy> RELATED_STRATEGY = QueryParameter
            .oneOf("relatedStrategy", RelatedStrategy.values())
            .describe("With `include=related`: what chooses the articles, `auto` (default), `curated`, `similar`, `latest`.",
                    "latest")
            .otherwise(RelatedStrategy.AUTO).onlyWith(INCLUDE);
    static final WithDefault<Integer> RELATED_LIMIT = QueryParameter.whole("relatedLimit", 0, 50)
            .describe("With `include=related`: how many, 0 to 50; 15 by default.", "5").otherwise(15).onlyWith(INCLUDE);
    static final WithDefault<DetailLevel> RELATED_VIEW = QueryParameter
            .oneOf("relatedView", QueryParameter.words(DetailLevel::word, DetailLevel.CARD, DetailLevel.SUMMARY))
            .describe("With `include=related`: how much of each, `card` or `summary` (default).", "card")
            .otherwise(DetailLevel.SUMMARY).onlyWith(INCLUDE);

    private final RelatedNews related;
    private final ObjectMapper mapper;

    RelatedIncludeProvider(RelatedNews related, ObjectMapper mapper) {
        this.related = related;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<WithDefault<?>> parameters() {
        return List.of(RELATED_STRATEGY, RELATED_LIMIT, RELATED_VIEW);
    }

    @Override
    public Renderer prepare(QueryParameters queryParameters, Map<String, String> parameters) {
        var query = new RelatedQuery(queryParameters.read(RELATED_STRATEGY, parameters.get("relatedStrategy")),
                queryParameters.read(RELATED_LIMIT, parameters.get("relatedLimit")),
                FieldSelection.of(queryParameters.read(RELATED_VIEW, parameters.get("relatedView")))
                        .forPartners(queryParameters.read(FieldSelection.USAGE, parameters.get(FieldSelection.USAGE.name()))
                                .orElse(false))
                        .withCrop(queryParameters, parameters.get(FieldSelection.CROP.name())));
        return (site, article) -> mapper.valueToTree(related.list(site, article, query));
    }
}
