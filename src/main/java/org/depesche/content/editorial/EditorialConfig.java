package org.depesche.content.editorial;

import java.time.Duration;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the desk. */
@ConfigMapping(prefix = "depesche.editorial")
public interface EditorialConfig {

    /** What an article must have to be published, beside a headline and a category. */
    @WithDefault("headline,category")
    Set<String> requiredFields();

    Limits limits();

    /** A list of the desk that has to walk for longer is given up with a 503. */
    @WithDefault("2s")
    Duration statementTimeout();

    ScheduleRules schedule();

    PreviewRules preview();

    /** How what is due is done. */
    interface ScheduleRules {

        /** How often a node looks for what is due. */
        @WithDefault("500ms")
        Duration pollInterval();

        /** For so long one node alone does it; another goes on when it dies. */
        @WithDefault("10s")
        Duration lease();

        /** How many are done in one transaction, when that many are due. */
        @WithDefault("1000")
        int batchSize();

        /** What could not be published is tried again after this time, then after twice that, and so on. */
        @WithDefault("10s")
        Duration retryDelay();

        /** The longest time between two tries. */
        @WithDefault("5m")
        Duration maxRetryDelay();
    }

    /** Links by which people without a key see a working copy. */
    interface PreviewRules {

        /** How long a link is good for when nothing else is said. */
        @WithDefault("7d")
        Duration validity();

        @WithDefault("90d")
        Duration maxValidity();

        /** How many of one article may be good at a time. */
        @WithDefault("50")
        int maxLinksPerArticle();
    }

    /** In characters, or entries of a list. Those of the columns (headline 500) are the largest there can be. */
    interface Limits {

        @WithDefault("500")
        int headline();

        @WithDefault("500")
        int kicker();

        @WithDefault("500")
        int shortHeadline();

        @WithDefault("5000")
        int teaser();

        /** Names and titles: of a source, a sponsor, a link. */
        @WithDefault("500")
        int name();

        /** Notes: a correction, a licence, a description for search engines. */
        @WithDefault("5000")
        int note();

        @WithDefault("20")
        int categories();

        @WithDefault("100")
        int tags();

        @WithDefault("50")
        int authors();

        @WithDefault("20")
        int placements();

        @WithDefault("100")
        int links();

        @WithDefault("200")
        int corrections();

        @WithDefault("50")
        int aliases();

        /** Related articles picked by hand. */
        @WithDefault("50")
        int picks();

        /** Longer texts are compared as a whole, not word by word; ten times that for all texts of one article. */
        @WithDefault("20000")
        int wordDiff();
    }
}
