package org.depesche.delivery.feed.request;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of feeds. */
@ConfigMapping(prefix = "depesche.feed")
public interface FeedConfig {

    /** How much of each article callers without a key get. */
    @WithDefault("full")
    FeedContent content();

    /** Where items show the lead image. Absent: inline with whole articles, as media with teasers. */
    Optional<LeadImage> leadImage();

    /** The minimum number of items of the first page, unless the feed has fewer. */
    @WithDefault("50")
    int minItems();

    /** The first page has all items that are at most this much older than its newest one. */
    @WithDefault("48H")
    Duration window();

    /** The maximum number of items of the first page. */
    @WithDefault("200")
    int maxItems();

    /** The maximum number of items of an archive page. */
    @WithDefault("100")
    int archiveItems();

    /** How long Atom feeds show that an article was withdrawn. */
    @WithDefault("30D")
    Duration removalsShown();

    /** The maximum number of withdrawn articles in an Atom feed. */
    @WithDefault("100")
    int maxRemovals();

    /** The number of items of the feed of an article's related news. */
    @WithDefault("15")
    int relatedItems();

    /** The WebSub hubs that announce changes of the feeds. */
    Optional<List<URI>> hubs();
}
