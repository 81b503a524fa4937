package org.depesche.content.article;

import java.time.Instant;
import java.util.stream.Stream;

/** When the representation of one article last changed: the latest of its own change and of all that it shows. */
final class LastChange {

    private LastChange() {
    }

    static Instant of(PublishedArticle article, ArticleReferences.Loaded loaded) {
        var shown = Stream.of(
                loaded.tags().values().stream().map(tag -> tag.updatedAt()),
                loaded.authors().values().stream().map(author -> author.updatedAt()),
                loaded.images().values().stream().map(image -> image.updatedAt()),
                loaded.linked().values().stream().map(PublishedArticle::changedAt),
                article.content().placements().stream().flatMap(placement -> loaded.tree().path(placement.category()).stream())
                        .map(category -> category.updatedAt()));
        return shown.flatMap(times -> times).filter(time -> time.isAfter(article.changedAt())).max(Instant::compareTo)
                .orElse(article.changedAt());
    }
}
