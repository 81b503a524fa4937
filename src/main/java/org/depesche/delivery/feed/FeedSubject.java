package org.depesche.delivery.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.depesche.content.article.ArticleFilters.ArticleFilter;
import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * What a feed is about, before the filters of the query.
 * @param key the same text for the same subject for ever
 * @param homePage the page of the subject on the site; null while the site has no URL
 */
record FeedSubject(Site site, String key, String title, @Nullable String description, @Nullable URI homePage) {

    static FeedSubject of(Site site) {
        return new FeedSubject(site, "site", site.name(), null, site.url());
    }

    /** A subject that was deleted. Its feed has the title of the site, but an identity of its own (RFC 4287, section 4.2.6). */
    static FeedSubject ofDeleted(Site site, String ref) {
        return new FeedSubject(site, "deleted:" + ref, site.name(), null, site.url());
    }

    /** @param kind a word for the kind of subject; it is a part of the feed's identity */
    static FeedSubject of(Site site, String kind, UUID id, String name) {
        return new FeedSubject(site, kind + ":" + id, site.name() + " – " + name, null, null);
    }

    /** @param identity the same text for the same subject for ever */
    FeedSubject about(String identity, String name) {
        return new FeedSubject(site, identity, site.name() + " – " + name, description, homePage);
    }

    FeedSubject describedBy(@Nullable String text) {
        return new FeedSubject(site, key, title, text, homePage);
    }

    FeedSubject at(@Nullable URI page) {
        return new FeedSubject(site, key, title, description, page);
    }

    /** A text that tells the lists of two feeds apart, so that a cursor is of no use for another feed. */
    String listKey(ArticleFilter filter) {
        return site.id() + key + filter.canonical();
    }

    /** The identity of the feed: neither its address nor its format is a part of it. */
    String id(String filter) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((site.id() + "\n" + key + "\n" + filter).getBytes(StandardCharsets.UTF_8));
    }
}
