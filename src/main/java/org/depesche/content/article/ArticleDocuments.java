package org.depesche.content.article;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Site;
import org.depesche.platform.http.Provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Articles in the amount asked for: a view, what {@code include} adds, what {@code fields} keeps. */
@ApplicationScoped
class ArticleDocuments {

    private final ArticleReferences references;
    private final ArticleViews views;
    private final BodyViews bodies;
    private final PublishedArticles articles;
    private final ArticleCollections collections;
    private final Provenance provenance;
    private final ObjectMapper mapper;

    ArticleDocuments(ArticleReferences references, ArticleViews views, BodyViews bodies, PublishedArticles articles,
            ArticleCollections collections, Provenance provenance, ObjectMapper mapper) {
        this.references = references;
        this.views = views;
        this.bodies = bodies;
        this.articles = articles;
        this.collections = collections;
        this.provenance = provenance;
        this.mapper = mapper;
    }

    /** In the order given; a record of the view, or a tree where members were added or left out. */
    List<Object> list(Site site, Collection<PublishedArticle> shown, Presentation presentation) {
        var loaded = loaded(site, shown);
        if (presentation.view() != ArticleView.FULL) {
            return documents(shown, loaded, Map.of(), Map.of(), presentation);
        }
        return documents(shown, loaded, articles.translations(shown), collections(site, shown), presentation);
    }

    private ArticleReferences.Loaded loaded(Site site, Collection<PublishedArticle> shown) {
        var loaded = references.load(site, shown);
        provenance.tags(loaded.cacheTags(shown));
        return loaded;
    }

    private Map<UUID, List<ArticleCollections.Standing>> collections(Site site, Collection<PublishedArticle> shown) {
        return collections.shown(site, shown.stream().map(PublishedArticle::id).toList());
    }

    /** One article with the parts that rooms above add; tells when it last changed, unless a part follows its own clock. */
    Object one(Site site, FoundArticle found, Presentation presentation, Map<String, JsonNode> parts) {
        var article = found.article();
        var shown = List.of(article);
        var loaded = loaded(site, shown);
        var isFull = presentation.view() == ArticleView.FULL;
        var translations = isFull && found.isTranslated() ? articles.translations(shown)
                : Map.<UUID, List<PublishedArticle>> of();
        var standing = isFull && found.isListed() ? collections(site, shown)
                : Map.<UUID, List<ArticleCollections.Standing>> of();
        var document = documents(shown, loaded, translations, standing, presentation).get(0);
        if (parts.isEmpty()) {
            LastChange.of(article, loaded, translations.getOrDefault(article.id(), List.of()))
                    .ifPresent(provenance::changedAt);
            return document;
        }
        var tree = mapper.<ObjectNode> valueToTree(document);
        parts.forEach(tree::set);
        return tree;
    }

    private List<Object> documents(Collection<PublishedArticle> shown, ArticleReferences.Loaded loaded,
            Map<UUID, List<PublishedArticle>> translations, Map<UUID, List<ArticleCollections.Standing>> standing,
            Presentation presentation) {
        if (presentation.view() == ArticleView.FULL) {
            tag(loaded.site(), shown, translations, standing);
        }
        return shown.stream().map(article -> {
            var view = view(article, loaded, presentation.view(), translations, standing);
            return presentation.isPlain() ? view : tailored(view, article, loaded, presentation);
        }).toList();
    }

    /** Of what is not shown yet, a new collection or translation, only the article itself tells in a list. */
    private void tag(Site site, Collection<PublishedArticle> shown, Map<UUID, List<PublishedArticle>> translations,
            Map<UUID, List<ArticleCollections.Standing>> standing) {
        shown.forEach(article -> provenance.tag(CacheTags.article(article.id())));
        translations.values().forEach(others -> others.forEach(other -> {
            provenance.tag(CacheTags.article(other.id()));
            // its address has its category in it
            ArticleViews.find(other.content(), site)
                    .ifPresent(placement -> provenance.tag(CacheTags.category(placement.category())));
        }));
        standing.values().forEach(in -> in.forEach(one -> provenance.tag(CacheTags.collection(one.collection()))));
    }

    private Object view(PublishedArticle article, ArticleReferences.Loaded loaded, ArticleView view,
            Map<UUID, List<PublishedArticle>> translations, Map<UUID, List<ArticleCollections.Standing>> standing) {
        return switch (view) {
            case CARD -> views.card(article, loaded);
            case SUMMARY -> views.summary(article, loaded);
            case FULL -> views.full(article, loaded, translations.getOrDefault(article.id(), List.of()),
                    standing.getOrDefault(article.id(), List.of()).stream().map(ArticleCollections.Standing::view).toList());
        };
    }

    private ObjectNode tailored(Object view, PublishedArticle article, ArticleReferences.Loaded loaded,
            Presentation presentation) {
        var tree = mapper.<ObjectNode> valueToTree(view);
        if (presentation.includes("body") && presentation.view() != ArticleView.FULL) {
            tree.set("body", mapper.valueToTree(bodies.blocks(article.body(), loaded, views)));
        }
        if (presentation.includes("bodyHtml")) {
            putText(tree, "bodyHtml", bodies.html(article.body(), loaded, views));
        }
        if (presentation.includes("bodyText")) {
            putText(tree, "bodyText", bodies.text(article.body()));
        }
        if (!presentation.fields().isEmpty()) {
            tree.retain(presentation.kept());
        }
        return tree;
    }

    // no empty strings: an article without a body has neither
    private static void putText(ObjectNode tree, String member, String text) {
        if (!text.isEmpty()) {
            tree.put(member, text);
        }
    }
}
