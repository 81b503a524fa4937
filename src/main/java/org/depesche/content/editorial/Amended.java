package org.depesche.content.editorial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.article.ArticleContent.Correction;
import org.depesche.content.article.ArticleContent.Placement;
import org.depesche.content.body.Block;
import org.depesche.content.body.ImageUse;
import org.jspecify.annotations.Nullable;

/** A content with some members changed. */
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

    /** With other references in the place of those it has. */
    static ArticleContent references(ArticleContent says, List<Placement> placements, @Nullable ImageUse image,
            List<UUID> tags, List<UUID> authors, List<Block> body, @Nullable UUID translationOf) {
        return new ArticleContent(says.type(), says.language(), says.access(), says.kicker(), says.headline(),
                says.shortHeadline(), says.teaser(), placements, image, says.advertising(), tags, authors, says.source(),
                says.sensitive(), says.rights(), body, says.links(), says.corrections(), says.seo(), translationOf,
                says.aliases(), says.publishedAt(), says.embargoUntil(), says.origin());
    }

    static ArticleContent withoutImage(ArticleContent says) {
        return references(says, says.placements(), null, says.tags(), says.authors(), says.body(), says.translationOf());
    }

    private static ArticleContent of(ArticleContent says, @Nullable Instant publishedAt,
            @Nullable Instant embargoUntil, List<Correction> corrections) {
        return new ArticleContent(says.type(), says.language(), says.access(), says.kicker(), says.headline(),
                says.shortHeadline(), says.teaser(), says.placements(), says.image(), says.advertising(), says.tags(),
                says.authors(), says.source(), says.sensitive(), says.rights(), says.body(), says.links(), corrections,
                says.seo(), says.translationOf(), says.aliases(), publishedAt, embargoUntil, says.origin());
    }
}
