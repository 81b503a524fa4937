package org.depesche.delivery.article;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.IncludeProvider;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Adds the body in Markdown to an article, for {@code include=bodyMarkdown}. */
@ApplicationScoped
class MarkdownInclude implements IncludeProvider {

    private final DocumentArticleReader documents;

    MarkdownInclude(DocumentArticleReader documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "bodyMarkdown";
    }

    @Override
    public List<WithDefault<?>> parameters() {
        return List.of();
    }

    @Override
    public Renderer prepare(QueryParameters inputs, Map<String, String> parameters) {
        var isForPartners = parameters.containsKey(FieldSelection.USAGE.name());
        return (site, article) -> documents.find(site, article.id(), isForPartners)
                .<JsonNode> map(found -> TextNode.valueOf(Markdown.of(found.body()))).orElse(TextNode.valueOf(""));
    }
}
