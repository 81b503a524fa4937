package org.depesche.delivery.feed.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.image.view.SizedFile;
import org.depesche.kernel.MediaTopic;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.xml.XmlWriter;
import org.depesche.testkit.SharedMaterial;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;

/** Reads back what the writers wrote, with another project's parser: nothing may be lost. */
class FeedWritersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PublicationZone ZONE = new PublicationZone(ZoneId.of("Europe/Berlin"));
    private static final Instant PUBLISHED = Instant.parse("2024-10-20T22:00:00Z");
    private static final Instant UPDATED = Instant.parse("2024-10-27T00:30:00Z");
    private static final String NASTY = "Müller & Söhne: \"5 < 6\" – &amp; ist kein Fehler ]]> שלום 😀";

    private final RssWriter rss = new RssWriter(ZONE);
    private final AtomWriter atom = new AtomWriter(ZONE);
    private final JsonFeedWriter json = new JsonFeedWriter(JSON, ZONE);

    @Test
    void rssIsReadBackWithoutLoss() throws Exception {
        var feed = feed(List.of(item(NASTY, NASTY, "<p>" + NASTY.replace("&", "&amp;").replace("<", "&lt;") + "</p>")));

        var read = read(rss.write(feed));

        assertThat(read.getTitle()).isEqualTo("Stadtbote – Politik");
        assertThat(read.getLink()).isEqualTo("https://www.example.org/politik");
        assertThat(read.getLanguage()).isEqualTo("de");
        assertThat(read.getPublishedDate()).isEqualTo(Date.from(UPDATED));
        var entry = read.getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo(NASTY);
        assertThat(entry.getUri()).isEqualTo("urn:uuid:01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
        assertThat(entry.getLink()).isEqualTo("https://www.example.org/politik/a");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(PUBLISHED));
        assertThat(Jsoup.parseBodyFragment(entry.getDescription().getValue()).text()).isEqualTo(NASTY);
        assertThat(Jsoup.parseBodyFragment(entry.getContents().get(0).getValue()).text()).isEqualTo(NASTY);
        assertThat(names(entry)).containsExactly("Jule Petersen", "Ole & Co.");
        assertThat(topics(entry)).containsExactly("Politik", "Open Source", "medtop:11000000");
        assertThat(credit(entry)).isEqualTo("Thomas Imo/photothek.de");
        assertThat(media(entry)[0].getMetadata().getCopyright()).isEqualTo("© 2024 photothek.de");
        assertThat(media(entry)[0].getMetadata().getCopyrightUrl()).isEqualTo(URI.create("https://www.example.org/lizenz"));
    }

    @Test
    void atomIsReadBackWithoutLoss() throws Exception {
        var feed = feed(List.of(item(NASTY, NASTY, "<p>" + NASTY.replace("&", "&amp;").replace("<", "&lt;") + "</p>")));

        var read = read(atom.write(feed));

        assertThat(read.getUri()).isEqualTo("urn:uuid:00000000-0000-0000-0000-000000000001");
        assertThat(read.getTitle()).isEqualTo("Stadtbote – Politik");
        assertThat(read.getPublishedDate()).isEqualTo(Date.from(UPDATED));
        var entry = read.getEntries().get(0);
        assertThat(entry.getTitleEx().getType()).isEqualTo("text");
        assertThat(entry.getTitle()).isEqualTo(NASTY);
        assertThat(entry.getUri()).isEqualTo("urn:uuid:01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(PUBLISHED));
        assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(UPDATED));
        assertThat(entry.getDescription().getValue()).isEqualTo(NASTY);
        assertThat(entry.getContents().get(0).getType()).isEqualTo("html");
        assertThat(entry.getAuthors().stream().map(SyndPerson::getName)).containsExactly("Jule Petersen", "Ole & Co.");
        assertThat(credit(entry)).isEqualTo("Thomas Imo/photothek.de");
        assertThat(entry.getCategories().get(2).getTaxonomyUri()).isEqualTo(MediaTopic.VOCABULARY);
        assertThat(new String(atom.write(feed), StandardCharsets.UTF_8)).contains("<at:deleted-entry ref=\"urn:uuid:weg\"",
                "xml:lang=\"de\"", "rel=\"prev-archive\"");
    }

    @Test
    void jsonIsReadBackWithoutLoss() throws Exception {
        var item = JSON.readTree(json.write(feed(List.of(item(NASTY, NASTY, null))))).path("items").path(0);

        assertThat(item.path("title").asText()).isEqualTo(NASTY);
        assertThat(item.path("content_text").asText()).isEqualTo(NASTY);
        assertThat(item.path("date_published").asText()).isEqualTo("2024-10-21T00:00:00+02:00");
        assertThat(item.path("date_modified").asText()).isEqualTo("2024-10-27T02:30:00+02:00");
        assertThat(item.path("tags")).extracting(JsonNode::asText).containsExactly("Politik", "Open Source");
        assertThat(item.path("image").asText()).isEqualTo("https://media.example.org/a.jpg");
        assertThat(item.at("/_depesche/image_copyright").asText()).isEqualTo("© 2024 photothek.de");
        assertThat(item.at("/_depesche/image_license").asText()).isEqualTo("https://www.example.org/lizenz");
    }

    /** F9: each character that XML cannot carry, in every text. */
    @ParameterizedTest
    @EnumSource(names = { "RSS", "ATOM" })
    void charactersThatXmlCannotCarryAreRemoved(FeedFormat format) throws Exception {
        var forbidden = Stream.concat(IntStream.concat(IntStream.range(0, 0x20).filter(c -> c != 9 && c != 10 && c != 13),
                IntStream.of(0xFFFE, 0xFFFF)).mapToObj(Character::toString), Stream.of("\uD800", "\uDC00")).toList();
        var items = forbidden.stream().map(c -> "a" + c + "b").map(text -> item(text, text, "<p>" + text + "</p>")).toList();

        var read = read(writer(format).write(feed(items)));

        assertThat(read.getEntries()).hasSize(forbidden.size()).allMatch(entry -> entry.getTitle().equals("ab"))
                .allMatch(entry -> entry.getContents().get(0).getValue().equals("<p>ab</p>"));
    }

    @ParameterizedTest
    @EnumSource(names = { "RSS", "ATOM" })
    void whiteSpaceAndNaughtyStringsSurvive(FeedFormat format) throws Exception {
        var strings = Stream.concat(Stream.of("a\tb", "a\nb", "a\rb"), naughtyStrings()).toList();
        var items = strings.stream().map(text -> item("x" + text + "x", "x" + text + "x", null)).toList();

        var document = writer(format).write(feed(items));

        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(document));
        var titles = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(document)).getElementsByTagName("title");
        for (var i = 0; i < strings.size(); i++) {
            assertThat(titles.item(i + 1).getTextContent()).isEqualTo(XmlWriter.clean("x" + strings.get(i) + "x"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "RSS", "ATOM" })
    void theValidatorOfFeedsFindsNothing(FeedFormat format) throws Exception {
        var strings = Stream.concat(Stream.of(NASTY, "a\u0085b", "a\u0080b", "\u007F", "AT&T", "a &copy; b &#38; c", "\uFDD0x"),
                naughtyStrings().map(text -> text.replace("</", "< /"))).distinct().toList();
        var items = new ArrayList<FeedItem>();
        for (var text : strings) {
            var id = "urn:uuid:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
            var key = new FeedItem.Key(id, id, URI.create("https://www.example.org/politik/" + items.size()));
            var like = item("x" + text, "x" + text, null);
            items.add(new FeedItem(key, new FeedItem.Text("x" + text, items.size() % 2 == 0 ? null : text,
                    "<p>" + HtmlEscaper.escape(text) + "</p>", "de"), PUBLISHED, UPDATED, like.credits(), like.topics(),
                    like.attached(), null));
        }
        var feed = feed(items.stream().filter(each -> !each.text().html().contains("\u0000")).toList());

        var written = writer(format).write(new Feed(feed.channel(), feed.links(), feed.updatedAt(), feed.items(), List.of()));

        FeedValidatorRules.assertKept(written);
    }

    /** F3 */
    @Test
    void theBytesDependOnNeitherZoneNorLocaleOfTheMachine() {
        var feed = feed(List.of(item(NASTY, NASTY, "<p>Text</p>")));
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        for (var writer : List.of(rss, atom, json)) {
            var written = writer.write(feed);
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
                Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
                assertThat(writer.write(feed)).isEqualTo(written);
            } finally {
                TimeZone.setDefault(zone);
                Locale.setDefault(locale);
            }
        }
    }

    @Test
    void theOldestArchiveIsNoIncompleteOne() throws Exception {
        var feed = feed(List.of(item("a", null, "<p>b</p>")));
        var links = new Feed.Links(feed.links().self(), feed.links().current(), null, true, List.of());
        var oldest = new Feed(feed.channel(), links, UPDATED, feed.items(), List.of());

        FeedValidatorRules.assertKept(atom.write(oldest));
        FeedValidatorRules.assertKept(atom.write(
                new Feed(feed.channel(), new Feed.Links(feed.links().self(), feed.links().current(), feed.links().older(), true,
                        List.of()), UPDATED, feed.items(), List.of())));
        assertThat(new String(atom.write(oldest), StandardCharsets.UTF_8)).contains("rel=\"current\"");
    }

    @ParameterizedTest
    @EnumSource
    void theBytesDependOnTheFeedAlone(FeedFormat format) {
        var feed = feed(List.of(item(NASTY, NASTY, "<p>a</p>")));
        var first = writer(format).write(feed);
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(writer(format).write(feed)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void ttlAndUpdateFrequencySayWhatMaxAgeSays() {
        var text = new String(rss.write(feed(List.of())), StandardCharsets.UTF_8);

        assertThat(text).contains("<ttl>5</ttl>", "<sy:updatePeriod>hourly</sy:updatePeriod>",
                "<sy:updateFrequency>12</sy:updateFrequency>",
                "<lastBuildDate>Sun, 27 Oct 2024 02:30:00 +0200</lastBuildDate>");
    }

    @Test
    void recordingsAreEnclosures() throws Exception {
        var feed = feed(List.of(item("a", "b", "<p>c</p>")));

        var inRss = read(rss.write(feed)).getEntries().get(0);
        var inAtom = read(atom.write(feed)).getEntries().get(0);
        var inJson = JSON.readTree(json.write(feed)).at("/items/0/attachments/0");

        assertThat(inRss.getEnclosures()).extracting(SyndEnclosure::getUrl, SyndEnclosure::getType, SyndEnclosure::getLength)
                .containsExactly(tuple("https://media.example.org/a.mp3", "audio/mpeg", 0L));
        assertThat(inAtom.getEnclosures()).extracting(SyndEnclosure::getUrl).containsExactly("https://media.example.org/a.mp3");
        assertThat(media(inRss)[1].getMetadata()).isNotNull();
        assertThat(media(inRss)[1].getDuration()).isEqualTo(312L);
        assertThat(media(inAtom)[1].getMedium()).isEqualTo("audio");
        assertThat(media(inAtom)[0].getFileSize()).isEqualTo(4711L);
        assertThat(inJson.path("mime_type").asText()).isEqualTo("audio/mpeg");
        assertThat(inJson.path("duration_in_seconds").asInt()).isEqualTo(312);
        assertThat(inJson.has("size_in_bytes")).isFalse();
    }

    private static MediaContent[] media(SyndEntry entry) {
        return ((MediaEntryModule) entry.getModule(MediaEntryModule.URI)).getMediaContents();
    }

    private FeedWriter writer(FeedFormat format) {
        return switch (format) {
            case JSON -> json;
            case RSS -> rss;
            case ATOM -> atom;
        };
    }

    private static Stream<String> naughtyStrings() {
        try {
            return Stream.of(JSON.readValue(SharedMaterial.bytes("data/security/blns.json"), String[].class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SyndFeed read(byte[] document) throws Exception {
        return new SyndFeedInput().build(new StringReader(new String(document, StandardCharsets.UTF_8)));
    }

    private static List<String> names(SyndEntry entry) {
        return ((DCModule) entry.getModule(DCModule.URI))
                .getCreators();
    }

    private static List<String> topics(SyndEntry entry) {
        return entry.getCategories().stream().map(SyndCategory::getName).toList();
    }

    private static String credit(SyndEntry entry) {
        return ((MediaEntryModule) entry.getModule(MediaEntryModule.URI)).getMediaContents()[0].getMetadata().getCredits()[0]
                .getName();
    }

    private static Feed feed(List<FeedItem> items) {
        return new Feed(
                new Feed.Channel("urn:uuid:00000000-0000-0000-0000-000000000001", "Stadtbote – Politik", "Stadtbote",
                        "Aus der Politik", "de", URI.create("https://www.example.org/politik"), null, Duration.ofMinutes(5)),
                new Feed.Links(URI.create("https://api.example.org/feeds/categories/politik.rss"),
                        URI.create("https://api.example.org/feeds/categories/politik.rss"),
                        URI.create("https://api.example.org/feeds/categories/politik.rss?archive=2024-09"), false, List.of()),
                UPDATED, items, List.of(new Feed.Removal("urn:uuid:weg", UPDATED)));
    }

    private static FeedItem item(String title, String summary, String html) {
        var key = new FeedItem.Key("urn:uuid:01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11",
                "urn:uuid:01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11", URI.create("https://www.example.org/politik/a"));
        var credits = new FeedItem.Credits(
                List.of(new FeedItem.Person("Jule Petersen", URI.create("https://www.example.org/author/jule-petersen")),
                        new FeedItem.Person("Ole & Co.", null)),
                new FeedItem.Source("Senatskanzlei", null), "© 2024 Beispielverlag", null, "free", null, null, null);
        return new FeedItem(key, new FeedItem.Text(title, summary, html, "de"), PUBLISHED, UPDATED, credits,
                new FeedItem.Topics(
                        List.of(new FeedItem.Topic("Politik", "politik", URI.create("https://www.example.org/politik")),
                                new FeedItem.Topic("Open Source", "open-source", null)),
                        List.of(new MediaTopic("medtop:11000000", "Politik"))),
                new FeedItem.Attached(
                        new FeedItem.Picture(file("a.jpg", 1280, 853), file("small.jpg", 320, 213), "Thomas Imo/photothek.de",
                                "Das Treffen", "© 2024 photothek.de", URI.create("https://www.example.org/lizenz"), true,
                                false),
                        List.of(new FeedItem.Recording(
                                URI.create("https://media.example.org/a.mp3"), "audio/mpeg", "audio", 312))),
                null);
    }

    private static SizedFile file(String name, int width, int height) {
        return new SizedFile(URI.create("https://media.example.org/" + name), "image/jpeg", width, height, 4711L);
    }
}
