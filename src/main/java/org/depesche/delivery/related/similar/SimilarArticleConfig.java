package org.depesche.delivery.related.similar;

import java.time.Duration;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings of stored similar articles. */
@ConfigMapping(prefix = "depesche.similar-articles")
interface SimilarArticleConfig {

    /** Whether similar articles are stored. Otherwise the index is searched for each response. */
    @WithDefault("true")
    boolean enabled();

    /** How many similar articles are stored for an article at least; more when a request asks for more. */
    @WithDefault("30")
    int size();

    /** For how many of the articles that are most similar to a changed one the similar articles are searched again. */
    @WithDefault("60")
    int neighbors();

    /** How many changes are followed, or articles searched again, in one step. */
    @WithDefault("10")
    @WithConverter(BatchSize.class)
    int batchSize();

    /**
     * When more changes have to be followed, as after an import, all stored results are searched again instead of those that
     * the changes may affect. Nothing is searched while the index is further behind than this.
     */
    @WithDefault("500")
    int maxBehind();

    /** How many results of readers wait to be stored. Further ones are searched again when the article is next asked about. */
    @WithDefault("500")
    int maxWaiting();

    /** The longest pause between two checks of the change log while the index has not read all of it. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How long a dead node keeps the others from following the change log. */
    @WithDefault("15s")
    Duration lease();
}
