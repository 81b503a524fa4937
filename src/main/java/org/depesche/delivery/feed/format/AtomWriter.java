package org.depesche.delivery.feed.format;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.kernel.MediaTopic;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** Writes Atom 1.0 (RFC 4287) with archives (RFC 5005), tombstones (RFC 6721) and Media RSS. */
@ApplicationScoped
class AtomWriter implements FeedWriter {

    private static final String LINK = "link";
    private static final String NAME = "name";
    private static final String AUTHOR = "author";
    private static final Pattern ADDRESS = Pattern.compile("\\s*<([\\w+.'-]+@(?:[\\w-]+\\.)+[\\w-]+)>");

    private final PublicationZone zone;

    AtomWriter(PublicationZone zone) {
        this.zone = zone;
    }

    @Override
    public FeedFormat format() {
        return FeedFormat.ATOM;
    }

    @Override
    public byte[] write(Feed feed) {
        var channel = feed.channel();
        var xml = new XmlWriter("feed", "xmlns", "http://www.w3.org/2005/Atom", "xmlns:at",
                feed.removals().isEmpty() ? null : "http://purl.org/atompub/tombstones/1.0", "xmlns:fh",
                "http://purl.org/syndication/history/1.0", "xmlns:media",
                "http://search.yahoo.com/mrss/", "xml:lang", channel.language());
        xml.text("id", channel.id()).text("title", channel.title(), "type", "text")
                .text("subtitle", channel.description().equals(channel.title()) ? null : channel.description(), "type", "text")
                .text("updated", zone.format(feed.updatedAt()));
        xml.open(AUTHOR).text(NAME, channel.publisher()).text("uri", channel.homePage()).close();
        xml.empty(LINK, "rel", "alternate", "type", "text/html", "href", channel.homePage());
        write(feed.links(), xml);
        xml.text("logo", channel.logo()).text("generator", "Depesche");
        feed.removals().forEach(removal -> xml.empty("at:deleted-entry", "ref", removal.itemId(), "when",
                zone.format(removal.at())));
        feed.items().forEach(item -> write(item, channel, xml));
        return xml.toBytes();
    }

    private static void write(Feed.Links links, XmlWriter xml) {
        var type = FeedFormat.ATOM.mediaType();
        xml.empty(LINK, "rel", "self", "type", type, "href", links.self());
        if (links.older() != null) {
            xml.empty(LINK, "rel", "next", "type", type, "href", links.older());
            xml.empty(LINK, "rel", "prev-archive", "type", type, "href", links.older());
        }
        if (links.isArchive()) {
            xml.empty(LINK, "rel", "current", "type", type, "href", links.current());
        }
        if (links.isArchive() && links.older() != null) {
            xml.empty("fh:archive"); // validators take the oldest document for incomplete
        }
        links.hubs().forEach(hub -> xml.empty(LINK, "rel", "hub", "href", hub));
    }

    private void write(FeedItem item, Feed.Channel channel, XmlWriter xml) {
        var text = item.text();
        var credits = item.credits();
        xml.open("entry", "xml:lang", text.language().equals(channel.language()) ? null : text.language());
        xml.text("id", item.key().uri()).text("title", text.title(), "type", "text")
                .text("updated", zone.format(item.updatedAt())).text("published", zone.format(item.publishedAt()));
        xml.empty(LINK, "rel", "alternate", "type", "text/html", "href", item.key().url());
        credits.authors().forEach(author -> write(author, xml));
        item.topics().names().forEach(topic -> xml.empty("category", "term", topic.slug(), "label", topic.name()));
        item.topics().mediaTopics().forEach(topic -> xml.empty("category", "term", topic.code(), "scheme",
                MediaTopic.VOCABULARY, "label", topic.name()));
        var summary = text.summary() == null && text.html() == null ? text.title() : text.summary(); // one has to be there
        xml.text("summary", summary, "type", "text").html("content", text.html(), "type", "html");
        xml.text("rights", rights(item), "type", "text");
        if (credits.license() != null) {
            xml.empty(LINK, "rel", "license", "href", credits.license());
        }
        if (item.terms() != null) {
            xml.empty(LINK, "rel", "license", "type", PolicyDocuments.RSL, "href", item.terms().document());
        }
        writeMedia(item.attached(), xml);
        xml.close();
    }

    /** An address in a name has an element of its own (RFC 4287, section 3.2.3). */
    private static void write(FeedItem.Person author, XmlWriter xml) {
        var address = ADDRESS.matcher(author.name());
        var isFound = address.find();
        var name = isFound ? address.replaceFirst("").strip() : author.name();
        xml.open(AUTHOR).text(NAME, isFound && name.isEmpty() ? address.group(1) : name).text("uri", author.url())
                .text("email", isFound ? address.group(1) : null).close();
    }

    private static @Nullable String rights(FeedItem item) {
        var copyright = item.credits().copyright();
        var terms = item.terms();
        return terms == null ? copyright : copyright == null ? terms.statement() : copyright + "\n" + terms.statement();
    }

    private static void writeMedia(FeedItem.Attached attached, XmlWriter xml) {
        var picture = attached.picture();
        if (picture != null && picture.isEnclosure()) {
            var image = picture.image();
            xml.empty(LINK, "rel", "enclosure", "type", image.mediaType(), "length", image.byteSize(), "href", image.url());
        }
        MediaElements.writePicture(attached, xml);
        attached.recordings().forEach(recording -> {
            xml.empty(LINK, "rel", "enclosure", "type", recording.mediaType(), "href", recording.url());
            MediaElements.write(recording, xml);
        });
    }
}
