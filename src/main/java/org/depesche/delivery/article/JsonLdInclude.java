package org.depesche.delivery.article;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.IncludeProvider;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Adds the description for search engines to an article, for {@code include=jsonLd}. */
@ApplicationScoped
class JsonLdInclude implements IncludeProvider {

    private final DocumentArticleReader documents;
    private final JsonLd jsonLd;

    JsonLdInclude(DocumentArticleReader documents, JsonLd jsonLd) {
        this.documents = documents;
        this.jsonLd = jsonLd;
    }

    @Override
    public String name() {
        return "jsonLd";
    }

    @Override
    public List<WithDefault<?>> parameters() {
        return List.of();
    }

    @Override
    public Renderer prepare(QueryParameters inputs, Map<String, String> parameters) {
        var isForPartners = parameters.containsKey(FieldSelection.USAGE.name());
        return (site, article) -> documents.find(site, article.id(), isForPartners)
                .<JsonNode> map(found -> jsonLd.of(site, found)).orElse(NullNode.instance);
    }
}
