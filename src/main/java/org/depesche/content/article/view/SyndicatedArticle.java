package org.depesche.content.article.view;

import java.time.Instant;
import java.util.List;

import org.depesche.content.body.BlockView;
import org.depesche.content.machineuse.MachineUse;
import org.jspecify.annotations.Nullable;

/**
 * An article for the formats of syndication, with those parts that the caller may have.
 * @param body empty when it was not asked for
 * @param isTruncated whether the body is cut, because the caller may not read the rest
 * @param changedAt when the article last changed in any way, also in ways that readers are not told of
 * @param guid the GUID that its former feed gave it; null for an article that had none
 * @param corrections the oldest first
 * @param isIndexed whether search engines may list it
 * @param production how far a machine wrote it; null when that is not stated
 */
public record SyndicatedArticle(ArticleSummary summary, List<BlockView> body, boolean isTruncated, Instant changedAt,
        @Nullable String guid, List<Article.CorrectionView> corrections, boolean isIndexed,
        Article.@Nullable ProductionView production) {

    public ArticleCard card() {
        return summary.card();
    }

    /** What machines may do with it on the site for which it is rendered. */
    public MachineUse machineUse() {
        return summary.rights() == null || summary.rights().machineUse() == null ? MachineUse.NONE
                : summary.rights().machineUse();
    }
}
