package org.depesche.content.article.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.depesche.content.body.BlockView;
import org.depesche.content.category.ArticleCategoryView;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.tag.ArticleTagView;
import org.depesche.kernel.MediaTopic;
import org.jspecify.annotations.Nullable;

/**
 * An article for the formats of syndication, with those parts that the caller may have.
 * @param body empty when it was not asked for
 * @param isTruncated whether the body is cut, because the caller may not read the rest
 * @param changedAt when the article last changed in any way, also without an announcement to readers
 * @param guid the GUID that its former feed gave it; null for an article that had none
 * @param corrections the oldest first
 * @param isIndexed whether search engines may list it
 * @param production how far a machine wrote it; null when that is not stated
 */
public record SyndicatedArticle(ArticleSummary summary, List<BlockView> body, boolean isTruncated, Instant changedAt,
        @Nullable String guid, List<Article.CorrectionView> corrections, boolean isIndexed,
        Article.@Nullable ProductionView production) {

    /** The same article under its own identity. */
    public SyndicatedArticle withoutGuid() {
        return new SyndicatedArticle(summary, body, isTruncated, changedAt, null, corrections, isIndexed, production);
    }

    public ArticleCard card() {
        return summary.card();
    }

    /** Returns the Media Topics for which its categories and tags stand, each once. */
    public List<MediaTopic> mediaTopics() {
        var byCode = new LinkedHashMap<String, MediaTopic>();
        Stream.concat(summary.categories().stream().map(ArticleCategoryView::mediaTopic),
                summary.tags().stream().map(ArticleTagView::mediaTopic)).filter(Objects::nonNull)
                .forEach(topic -> byCode.putIfAbsent(topic.code(), topic));
        return List.copyOf(byCode.values());
    }

    /** Returns the policy on machine use of the article on the site for which it is rendered. */
    public MachineUse machineUse() {
        return summary.rights() == null || summary.rights().machineUse() == null ? MachineUse.NONE
                : summary.rights().machineUse();
    }
}
