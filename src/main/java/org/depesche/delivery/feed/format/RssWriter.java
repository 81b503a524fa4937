package org.depesche.delivery.feed.format;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.delivery.machineuse.format.RslWriter;
import org.depesche.kernel.MediaTopic;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes RSS 2.0 with the modules content, Dublin Core, Media RSS, syndication and Atom. The title of an item is plain
 * text, and its description is HTML that stands before the content, as the standard has it.
 */
@ApplicationScoped
class RssWriter implements FeedWriter {

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx",
            Locale.ENGLISH);
    private static final String ATOM_LINK = "atom:link";
    /** The standard takes no other formats. */
    private static final String IMAGE_NAME = "(?i).+\\.(gif|jpe?g|png)";
    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final PublicationZone zone;

    RssWriter(PublicationZone zone) {
        this.zone = zone;
    }

    @Override
    public FeedFormat format() {
        return FeedFormat.RSS;
    }

    @Override
    public byte[] write(Feed feed) {
        var xml = new XmlWriter("rss", "version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom", "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/", "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms",
                "http://purl.org/dc/terms/", "xmlns:fh", "http://purl.org/syndication/history/1.0", "xmlns:media",
                "http://search.yahoo.com/mrss/", "xmlns:rsl",
                feed.items().stream().anyMatch(item -> item.terms() != null) ? RslWriter.NAMESPACE : null, "xmlns:sy",
                "http://purl.org/rss/1.0/modules/syndication/");
        xml.open("channel");
        write(feed.channel(), xml);
        xml.text("lastBuildDate", date(feed.updatedAt())).text("generator", "Depesche");
        write(feed.links(), xml);
        feed.items().forEach(item -> write(item, feed, xml));
        return xml.toBytes();
    }

    private static void write(Feed.Channel channel, XmlWriter xml) {
        xml.text("title", channel.title()).text("link", channel.homePage())
                .text("description", channel.description()).text("language", channel.language());
        var seconds = Math.max(1, channel.timeToLive().toSeconds());
        xml.text("ttl", Math.max(1, seconds / 60)).text("sy:updatePeriod", seconds <= HOUR ? "hourly" : "daily")
                .text("sy:updateFrequency", Math.max(1, (seconds <= HOUR ? HOUR : DAY) / seconds));
        if (channel.logo() != null && channel.logo().getPath().matches(IMAGE_NAME)) {
            xml.open("image").text("url", channel.logo()).text("title", channel.title()).text("link", channel.homePage())
                    .close();
        }
    }

    private static void write(Feed.Links links, XmlWriter xml) {
        var type = FeedFormat.RSS.mediaType();
        xml.empty(ATOM_LINK, "rel", "self", "type", type, "href", links.self());
        if (links.older() != null) {
            xml.empty(ATOM_LINK, "rel", "next", "type", type, "href", links.older());
            xml.empty(ATOM_LINK, "rel", "prev-archive", "type", type, "href", links.older());
        }
        if (links.isArchive()) {
            xml.empty(ATOM_LINK, "rel", "current", "type", type, "href", links.current());
        }
        if (links.isArchive() && links.older() != null) {
            xml.empty("fh:archive"); // validators take the oldest document for incomplete
        }
        links.hubs().forEach(hub -> xml.empty(ATOM_LINK, "rel", "hub", "href", hub));
    }

    private void write(FeedItem item, Feed feed, XmlWriter xml) {
        var text = item.text();
        var credits = item.credits();
        xml.open("item").text("title", text.title()).text("link", item.key().url())
                .text("guid", item.key().guid(), "isPermaLink", "false").text("pubDate", date(item.publishedAt()));
        if (!item.updatedAt().equals(item.publishedAt())) {
            xml.text("dcterms:modified", zone.format(item.updatedAt()));
        }
        credits.authors().forEach(author -> xml.text("dc:creator", author.name()));
        item.topics().names().forEach(topic -> xml.text("category", topic.name(), "domain", topic.scheme()));
        item.topics().mediaTopics()
                .forEach(topic -> xml.text("category", topic.code(), "domain", MediaTopic.VOCABULARY));
        xml.text("description", HtmlEscaper.escape(text.summary() == null ? text.title() : text.summary()));
        xml.html("content:encoded", text.html());
        if (!text.language().equals(feed.channel().language())) {
            xml.text("dc:language", text.language());
        }
        xml.text("dc:rights", credits.copyright()).text("dcterms:license", credits.license());
        if (credits.source() != null) {
            xml.text("dc:source", credits.source().name());
        }
        if (credits.attribution() != null) {
            xml.text("dc:publisher", credits.attribution().name());
        }
        writeMedia(item.attached(), xml);
        if (item.terms() != null) {
            RslWriter.within(xml).content(
                    isOfOneOrigin(item.key().url(), feed.links().self()) ? item.key().url().toString() : "",
                    item.terms().policy(), item.terms().owner());
        }
        xml.close();
    }

    /** A feed may license what its own origin publishes by address (RSL 1.0, section 4.3), and anything else as its item. */
    private static boolean isOfOneOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getRawAuthority(), other.getRawAuthority());
    }

    /** Readers take one enclosure of an item: the picture where it was asked for, or else the first recording. */
    private static void writeMedia(FeedItem.Attached attached, XmlWriter xml) {
        var picture = attached.picture();
        if (picture != null && picture.isEnclosure()) {
            var image = picture.image();
            writeEnclosure(image.url(), image.mediaType(), image.byteSize(), xml);
        } else {
            attached.recordings().stream().findFirst()
                    .ifPresent(first -> writeEnclosure(first.url(), first.mediaType(), null, xml));
        }
        MediaElements.writePicture(attached, xml);
        attached.recordings().forEach(recording -> MediaElements.write(recording, xml));
    }

    /** The standard requires a length. 0 stands for the unknown one of a file on another server. */
    private static void writeEnclosure(URI url, String mediaType, @Nullable Long length, XmlWriter xml) {
        xml.empty("enclosure", "url", url, "length", length == null ? 0 : length, "type", mediaType);
    }

    private String date(Instant moment) {
        return RFC_822.format(zone.toOffsetDateTime(moment));
    }
}
