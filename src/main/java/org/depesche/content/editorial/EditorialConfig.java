package org.depesche.content.editorial;

import java.time.Duration;
import java.util.Set;

import org.depesche.content.model.ContentLimits;
import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** Settings of the editorial API. */
@ConfigMapping(prefix = "depesche.editorial")
public interface EditorialConfig {

    /** Members that a published article needs, besides a headline and a category. */
    @WithDefault("headline,category")
    Set<String> requiredFields();

    /** Whether an article that a machine wrote may be published before a person has reviewed it. */
    @WithDefault("false")
    boolean unreviewedAi();

    Limits limits();

    /** An editorial list that takes longer ends with a 503. Zero is no timeout. */
    @WithDefault("2s")
    Duration statementTimeout();

    ScheduleRules schedule();

    PreviewRules preview();

    /** Settings of scheduled actions. */
    interface ScheduleRules {

        /** How often a node checks for due actions. */
        @WithDefault("500ms")
        Duration pollInterval();

        /** The duration of the lease. If the node with the lease dies, another node takes over after this time. */
        @WithDefault("10s")
        Duration lease();

        /** The maximum number of articles in one transaction. */
        @WithDefault("1000")
        @WithConverter(BatchSize.class)
        int batchSize();

        /** The time before the first retry. It doubles with each retry. */
        @WithDefault("10s")
        Duration retryDelay();

        /** The longest time between two retries. */
        @WithDefault("5m")
        Duration maxRetryDelay();
    }

    /** Settings of preview links, which show a working copy without a key. */
    interface PreviewRules {

        /** The default lifetime of a link. */
        @WithDefault("7d")
        Duration validity();

        @WithDefault("90d")
        Duration maxValidity();

        /** The maximum number of valid links of one article. */
        @WithDefault("50")
        int maxLinksPerArticle();
    }

    /** Limits in characters, or in entries of a list. The size of a column is the upper bound (headline 500). */
    interface Limits {

        @WithDefault("" + ContentLimits.HEADLINE)
        int headline();

        @WithDefault("" + ContentLimits.HEADLINE)
        int kicker();

        @WithDefault("" + ContentLimits.HEADLINE)
        int shortHeadline();

        @WithDefault("" + ContentLimits.TEASER)
        int teaser();

        /** Names and titles of sources, sponsors and links. */
        @WithDefault("" + ContentLimits.NAME)
        int name();

        /** Notes, such as a correction, a licence or a description for search engines. */
        @WithDefault("" + ContentLimits.NOTE)
        int note();

        @WithDefault("" + ContentLimits.CATEGORIES)
        int categories();

        @WithDefault("" + ContentLimits.TAGS)
        int tags();

        @WithDefault("" + ContentLimits.AUTHORS)
        int authors();

        @WithDefault("" + ContentLimits.PLACEMENTS)
        int placements();

        @WithDefault("" + ContentLimits.LINKS)
        int links();

        @WithDefault("" + ContentLimits.CORRECTIONS)
        int corrections();

        @WithDefault("" + ContentLimits.ALIASES)
        int aliases();

        /** Related articles that the desk picks. */
        @WithDefault("" + ContentLimits.PICKS)
        int picks();

        /** Longer texts are compared as a whole, not word by word. All texts of one article may have ten times this length. */
        @WithDefault("20000")
        int wordDiff();
    }
}
