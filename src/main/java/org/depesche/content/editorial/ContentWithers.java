package org.depesche.content.editorial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleContent.Correction;
import org.depesche.content.model.ArticleContent.Placement;
import org.jspecify.annotations.Nullable;

/** A content with some members changed. */
public final class ContentWithers {

    private ContentWithers() {
    }

    public static ArticleContent withPublishedAt(ArticleContent says, @Nullable Instant publishedAt) {
        return copyWith(says, publishedAt, says.embargoUntil(), says.corrections());
    }

    public static ArticleContent withEmbargoUntil(ArticleContent says, @Nullable Instant embargoUntil) {
        return copyWith(says, says.publishedAt(), embargoUntil, says.corrections());
    }

    public static ArticleContent withCorrections(ArticleContent says, List<Correction> corrections) {
        return copyWith(says, says.publishedAt(), says.embargoUntil(), corrections);
    }

    /** With other references in the place of those it has. */
    public static ArticleContent withReferences(ArticleContent says, List<Placement> placements, @Nullable ImageReference image,
            List<UUID> tags, List<UUID> authors, List<Block> body, @Nullable UUID translationOf) {
        return new ArticleContent(says.type(), says.language(), says.access(), says.kicker(), says.headline(),
                says.shortHeadline(), says.teaser(), placements, image, says.advertising(), tags, authors, says.source(),
                says.sensitive(), says.rights(), body, says.links(), says.corrections(), says.seo(), translationOf,
                says.aliases(), says.publishedAt(), says.embargoUntil(), says.origin());
    }

    public static ArticleContent withoutImage(ArticleContent says) {
        return withReferences(says, says.placements(), null, says.tags(), says.authors(), says.body(), says.translationOf());
    }

    private static ArticleContent copyWith(ArticleContent says, @Nullable Instant publishedAt,
            @Nullable Instant embargoUntil, List<Correction> corrections) {
        return new ArticleContent(says.type(), says.language(), says.access(), says.kicker(), says.headline(),
                says.shortHeadline(), says.teaser(), says.placements(), says.image(), says.advertising(), says.tags(),
                says.authors(), says.source(), says.sensitive(), says.rights(), says.body(), says.links(), corrections,
                says.seo(), says.translationOf(), says.aliases(), publishedAt, embargoUntil, says.origin());
    }
}
