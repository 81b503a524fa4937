package org.depesche.delivery.feed.sitemap;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of sitemaps. */
@ConfigMapping(prefix = "depesche.sitemap")
interface SitemapConfig {

    /** The maximum number of articles in one sitemap; the standard allows 50,000. */
    @WithDefault("10000")
    int urls();

    /** How long the news sitemap lists an article. */
    @WithDefault("48H")
    Duration newsWindow();

    /** The maximum number of articles in the news sitemap; search engines read 1,000. */
    @WithDefault("1000")
    int newsUrls();

    /** Of how many sitemaps of months a node remembers whether they list anything. */
    @WithDefault("5000")
    int rememberedParts();
}
