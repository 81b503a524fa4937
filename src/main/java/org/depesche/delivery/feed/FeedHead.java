package org.depesche.delivery.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.SyndicationConfig;
import org.depesche.delivery.feed.format.Feed;
import org.depesche.delivery.feed.request.FeedConfig;
import org.depesche.delivery.feed.request.FeedParameters;
import org.depesche.delivery.websub.WebSubHub;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.ResponseMetadata;

/** Creates the head of a feed: the channel, and the links to the feed itself, to older documents and to its hubs. */
@ApplicationScoped
class FeedHead {

    private static final String ARCHIVE = FeedParameters.ARCHIVE.name();
    private static final String CURSOR = FeedParameters.CURSOR.name();

    private final AbsoluteUrls urls;
    private final ResponseMetadata metadata;
    private final WebSubHub hub;
    private final SyndicationConfig syndication;
    private final FeedConfig config;
    private final HttpConfig http;

    FeedHead(AbsoluteUrls urls, ResponseMetadata metadata, WebSubHub hub, SyndicationConfig syndication, FeedConfig config,
            HttpConfig http) {
        this.urls = urls;
        this.metadata = metadata;
        this.hub = hub;
        this.syndication = syndication;
        this.config = config;
        this.http = http;
    }

    Feed.Channel channel(FeedSubject subject, String filter) {
        var site = subject.site();
        var home = Optional.ofNullable(subject.homePage()).or(() -> Optional.ofNullable(site.url()))
                .orElseGet(() -> urls.of("/"));
        return new Feed.Channel(subject.id(filter), subject.title(), site.name(),
                Optional.ofNullable(subject.description()).orElse(subject.title()), site.language(), home,
                syndication.logo().orElse(null), Freshness.FEED.maxAge(http));
    }

    /** Returns the links of a document, and writes them into the header {@code Link}. */
    Feed.Links links(FeedPage page) {
        var self = urls.canonical(Set.of());
        var current = urls.canonical(Set.of(ARCHIVE, CURSOR));
        var older = page.older() == null ? null : older(current, page.older());
        metadata.link("self", self);
        if (older != null) {
            metadata.link("next", older);
            metadata.link("prev-archive", older);
        }
        var hubs = Stream.concat(hub.address().stream(), config.hubs().stream().flatMap(List::stream)).toList();
        hubs.stream().findFirst().ifPresent(first -> metadata.link("hub", first));
        return new Feed.Links(self, current, older, page.isArchive(), hubs);
    }

    /** The address of another document of the same feed, with its parameters in order. */
    private static URI older(URI current, FeedPage.Start start) {
        var parameters = new ArrayList<Map.Entry<String, String>>();
        Optional.ofNullable(start.month()).ifPresent(month -> parameters.add(Map.entry(ARCHIVE, month.toString())));
        Optional.ofNullable(start.cursor()).ifPresent(cursor -> parameters.add(Map.entry(CURSOR, cursor)));
        return AbsoluteUrls.withParameters(current, parameters);
    }
}
