package org.depesche.content.article.view;

import java.net.URI;
import java.util.Map;

import jakarta.inject.Singleton;

import org.depesche.content.projection.PublishedArticle;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Adds to a view the members that {@code include} names, and removes those that {@code fields} does not name. */
@Singleton
class IncludedMembers {

    private final ArticleViewBuilder views;
    private final BodyViews bodies;
    private final SyndicationRights syndication;
    private final ObjectMapper mapper;

    IncludedMembers(ArticleViewBuilder views, BodyViews bodies, SyndicationRights syndication, ObjectMapper mapper) {
        this.views = views;
        this.bodies = bodies;
        this.syndication = syndication;
        this.mapper = mapper;
    }

    /** Adds members that other packages made. */
    ArticleRepresentation withParts(ArticleRepresentation view, Map<String, JsonNode> parts) {
        var tree = mapper.<ObjectNode> valueToTree(view);
        parts.forEach(tree::set);
        return new ArticleRepresentation.Selected(tree);
    }

    ArticleRepresentation select(ArticleRepresentation view, PublishedArticle article,
            ArticleReferenceLoader.LoadedReferences loaded, FieldSelection selection, boolean isTruncated) {
        var tree = mapper.<ObjectNode> valueToTree(view);
        if (selection.includes("body") && selection.view() != DetailLevel.FULL) {
            tree.set("body", mapper.valueToTree(bodies.blocks(article.body(), loaded, views)));
        }
        if (selection.includes("bodyHtml")) {
            putText(tree, "bodyHtml", bodies.html(article.body(), loaded, views));
        }
        if (selection.includes("bodyText")) {
            putText(tree, "bodyText", bodies.text(article.body()));
        }
        if (selection.isForPartners()) {
            tree.set(FieldSelection.ATTRIBUTION,
                    mapper.valueToTree(syndication.attribution(loaded.site(), canonicalUrl(view))));
        }
        if (isTruncated && selection.needsBody()) {
            tree.put(FieldSelection.TRUNCATED, true);
        }
        if (selection.fields().contains(FieldSelection.SERIAL)) {
            tree.put(FieldSelection.SERIAL, article.serial());
        }
        if (!selection.fields().isEmpty()) {
            tree.retain(selection.retainedMembers());
        }
        return new ArticleRepresentation.Selected(tree);
    }

    private static @Nullable URI canonicalUrl(ArticleRepresentation view) {
        if (view instanceof Article article) {
            return article.summary().card().canonicalUrl();
        }
        return view instanceof ArticleSummary summary ? summary.card().canonicalUrl()
                : view instanceof ArticleCard card ? card.canonicalUrl() : null;
    }

    // An article without a body has neither bodyHtml nor bodyText.
    private static void putText(ObjectNode tree, String member, String text) {
        if (!text.isEmpty()) {
            tree.put(member, text);
        }
    }
}
