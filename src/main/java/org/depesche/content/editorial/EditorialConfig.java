package org.depesche.content.editorial;

import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the desk. */
@ConfigMapping(prefix = "depesche.editorial")
public interface EditorialConfig {

    /** What an article must have to be published, beside a headline and a category. */
    @WithDefault("headline,category")
    Set<String> required();

    Limits limits();

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
    }
}
