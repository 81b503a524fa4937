package org.depesche.content.article.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.content.body.BodyReferences;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.PublishedArticle;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.TagChangeTimes;

/**
 * Computes when the representation of an article last changed: the latest change of the article and of everything that
 * it shows.
 */
final class LastModified {

    private LastModified() {
    }

    /**
     * When something that the article refers to does not exist or is not public, the time of its removal counts: that of the
     * last change of the article's cache tags.
     */
    static Instant of(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded,
            Collection<PublishedArticle> translations, TagChangeTimes changes) {
        var shown = Stream.concat(Stream.of(article), loaded.linkedArticles().values().stream()).toList();
        var addressed = Stream.concat(shown.stream(), translations.stream()).toList();
        var latest = Stream.of(
                loaded.tags().values().stream().map(tag -> tag.updatedAt()),
                loaded.authors().values().stream().map(author -> author.updatedAt()),
                loaded.images().values().stream().map(image -> image.updatedAt()),
                addressed.stream().map(PublishedArticle::changedAt),
                addressed.stream().flatMap(shownArticle -> shownArticle.content().classification().placements().stream())
                        .flatMap(placement -> changes(placement, loaded)))
                .flatMap(times -> times).max(Instant::compareTo).orElseThrow();
        var isComplete = loaded.linkedArticles().keySet().containsAll(BodyReferences.of(article.body()).articles())
                && shown.stream().allMatch(shownArticle -> isComplete(shownArticle, loaded));
        if (isComplete) {
            return latest;
        }
        var removed = changes.lastChange(loaded.cacheTags(article));
        return removed.isAfter(latest) ? removed : latest;
    }

    /** Returns the tags of the categories on all sites of the articles. Their changes alter only the date. */
    static Set<CacheTag> watched(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded,
            Collection<PublishedArticle> translations) {
        return Stream.of(Stream.of(article), loaded.linkedArticles().values().stream(), translations.stream())
                .flatMap(articles -> articles).flatMap(shown -> shown.content().classification().placements().stream())
                .flatMap(placement -> categories(placement)
                        .flatMap(id -> loaded.trees().tree(placement.site()).withAncestors(id).stream()))
                .map(CacheTag::category).collect(Collectors.toSet());
    }

    private static boolean isComplete(PublishedArticle article, ArticleReferenceLoader.LoadedReferences loaded) {
        var content = article.content();
        return loaded.tags().keySet().containsAll(content.classification().tags())
                && loaded.authors().keySet().containsAll(content.classification().authors())
                && loaded.images().keySet().containsAll(article.images())
                && content.classification().placements().stream().allMatch(placement -> categories(placement)
                        .allMatch(id -> loaded.trees().tree(placement.site()).byId(id).isPresent()));
    }

    /** Returns the changes of the site, whose URL is a part of the article's, and of the categories with their ancestors. */
    private static Stream<Instant> changes(ArticleContent.Placement placement, ArticleReferenceLoader.LoadedReferences loaded) {
        var tree = loaded.trees().tree(placement.site());
        return Stream.concat(Stream.of(loaded.trees().site(placement.site()).updatedAt()),
                categories(placement).flatMap(id -> tree.path(id).stream()).map(category -> category.updatedAt()));
    }

    private static Stream<UUID> categories(ArticleContent.Placement placement) {
        return Stream.of(List.of(placement.category()), placement.further()).flatMap(List::stream);
    }
}
