package org.depesche.content.editorial;

import java.time.Instant;
import java.util.List;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.article.ArticleContent.Correction;
import org.jspecify.annotations.Nullable;

/** A content with one member changed. */
final class Amended {

    private Amended() {
    }

    static ArticleContent publishedAt(ArticleContent says, @Nullable Instant publishedAt) {
        return of(says, publishedAt, says.embargoUntil(), says.corrections());
    }

    static ArticleContent embargoUntil(ArticleContent says, @Nullable Instant embargoUntil) {
        return of(says, says.publishedAt(), embargoUntil, says.corrections());
    }

    static ArticleContent corrections(ArticleContent says, List<Correction> corrections) {
        return of(says, says.publishedAt(), says.embargoUntil(), corrections);
    }

    private static ArticleContent of(ArticleContent says, @Nullable Instant publishedAt,
            @Nullable Instant embargoUntil, List<Correction> corrections) {
        return new ArticleContent(says.type(), says.language(), says.access(), says.kicker(), says.headline(),
                says.shortHeadline(), says.teaser(), says.placements(), says.image(), says.advertising(), says.tags(),
                says.authors(), says.source(), says.sensitive(), says.rights(), says.body(), says.links(), corrections,
                says.seo(), says.translationOf(), says.aliases(), publishedAt, embargoUntil, says.origin());
    }
}
