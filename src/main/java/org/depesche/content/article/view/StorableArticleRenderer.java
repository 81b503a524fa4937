package org.depesche.content.article.view;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.ArticleReferenceLoader.LoadedReferences;
import org.depesche.content.author.Author;
import org.depesche.content.image.Image;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.model.ArticleAccess;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.content.projection.PublishedArticles;
import org.depesche.content.site.Site;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.TagChangeTimes;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Renders articles as everybody may see them, so that the results can be stored. */
@ApplicationScoped
public class StorableArticleRenderer {

    /** The version of the rendering. Increase it with each change of the JSON, so that no older rendering is delivered. */
    public static final int VERSION = 1;

    private final ArticleReferenceLoader references;
    private final ArticleViewBuilder views;
    private final PublishedArticles articles;
    private final ArticleCollections collections;
    private final TagChangeTimes changes;
    private final ObjectMapper mapper;

    StorableArticleRenderer(ArticleReferenceLoader references, ArticleViewBuilder views, PublishedArticles articles,
            ArticleCollections collections, TagChangeTimes changes, ObjectMapper mapper) {
        this.references = references;
        this.views = views;
        this.articles = articles;
        this.collections = collections;
        this.changes = changes;
        this.mapper = mapper;
    }

    /** Renders public articles of a site, which have their bodies. */
    public List<RenderedArticle> render(Site site, Collection<PublishedArticle> shown) {
        var translations = articles.translations(shown);
        var memberships = collections.viewsByArticle(site, shown.stream().map(PublishedArticle::id).toList());
        return shown.stream().map(article -> render(site, article, translations.getOrDefault(article.id(), List.of()),
                memberships.getOrDefault(article.id(), List.of()))).toList();
    }

    private RenderedArticle render(Site site, PublishedArticle article, List<PublishedArticle> translations,
            List<ArticleCollections.CollectionMembership> memberships) {
        var listed = article.withBody(List.of());
        var listedReferences = references.load(site, List.of(listed), false);
        var references = this.references.load(site, List.of(article), false);
        var card = json(views.card(listed, listedReferences));
        var summary = json(views.summary(listed, listedReferences));
        var full = json(views.full(article, references, translations,
                memberships.stream().map(ArticleCollections.CollectionMembership::view).toList()));
        var fullTags = references.cacheTags(article);
        fullTags.addAll(ArticleRenderer.ownTags(site, article, translations, memberships));
        return new RenderedArticle(article, new Pieces(open(card), difference(card, summary),
                isForEverybody(article) ? difference(summary, full) : null),
                new CacheMetadata(List.copyOf(listedReferences.cacheTags(listed)),
                        LastModified.of(listed, listedReferences, List.of(), changes)),
                new CacheMetadata(List.copyOf(fullTags), LastModified.of(article, references, translations, changes)),
                LastModified.watched(article, references, translations), usableUntil(references),
                ArticleViewBuilder.machineUse(article.content(), references),
                references.authors().values().stream().map(Author::id).collect(Collectors.toSet()));
    }

    private static boolean isForEverybody(PublishedArticle article) {
        return article.content().classification().access().equals(ArticleAccess.FREE.word());
    }

    private static @Nullable Instant usableUntil(LoadedReferences references) {
        return references.images().values().stream().map(Image::expiresAt).filter(Objects::nonNull)
                .min(Instant::compareTo).orElse(null);
    }

    private byte[] json(ArticleRepresentation view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] open(byte[] json) {
        return Arrays.copyOf(json, json.length - 1);
    }

    /** Returns the members that only the larger of two views has. Each view begins with the members of the smaller one. */
    static byte[] difference(byte[] smaller, byte[] larger) {
        var common = smaller.length - 1;
        if (larger.length < smaller.length || Arrays.mismatch(smaller, 0, common, larger, 0, common) >= 0) {
            throw new IllegalStateException("a view does not begin with the members of the smaller view");
        }
        return Arrays.copyOfRange(larger, common, larger.length - 1);
    }

    /**
     * An article as responses show it.
     *
     * @param item the cache metadata of the views {@code card} and {@code summary}
     * @param full the cache metadata of the view {@code full}
     * @param watched the tags of what alters the date, but no byte of the JSON
     * @param usableUntil when the rights of the first image expire; null if never
     * @param machineUse what machines may do with the article
     * @param authors the authors that are shown
     */
    public record RenderedArticle(PublishedArticle article, Pieces pieces, CacheMetadata item, CacheMetadata full,
            Set<CacheTag> watched, @Nullable Instant usableUntil, MachineUse machineUse, Set<UUID> authors) {

        public RenderedArticle {
            watched = Set.copyOf(watched);
            authors = Set.copyOf(authors);
        }
    }

    /**
     * The JSON of the views in pieces: a view is the pieces up to its own and a closing brace.
     *
     * @param rest null when the view full depends on the caller
     */
    public record Pieces(byte[] card, byte[] summary, byte @Nullable [] rest) {
    }

    /** The cache tags and the {@code Last-Modified} of a response that shows the article alone. */
    public record CacheMetadata(List<CacheTag> cacheTags, Instant modifiedAt) {
    }
}
