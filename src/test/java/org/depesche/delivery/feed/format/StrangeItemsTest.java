package org.depesche.delivery.feed.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.depesche.content.image.view.SizedFile;
import org.depesche.platform.http.PublicationZone;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;

/** Items that are allowed but rare. No validator of feeds warns of them. */
class StrangeItemsTest {

    private static final PublicationZone ZONE = new PublicationZone(ZoneId.of("Europe/Berlin"));
    private static final Instant MIDNIGHT = Instant.parse("2024-10-20T22:00:00Z");

    private final RssWriter rss = new RssWriter(ZONE);
    private final AtomWriter atom = new AtomWriter(ZONE);

    /**
     * Imported articles often have a date alone. A reader takes an entry whose moment differs for one that was changed, so that
     * no moment depends on the other entries.
     */
    @Test
    void entriesOfOneMomentShareIt() throws Exception {
        var items = List.of(item(1, MIDNIGHT), item(2, MIDNIGHT), item(3, MIDNIGHT.plusMillis(345)));

        var written = atom.write(feed(items));

        FeedValidatorRules.assertKept(written);
        assertThat(text(written).split("<updated>2024-10-21T00:00:00\\+02:00</updated>", -1)).hasSize(1 + 1 + items.size());
        assertThat(entries(written)).extracting(SyndEntry::getUpdatedDate).containsOnly(Date.from(MIDNIGHT));
    }

    @Test
    void anEntryWithoutTextHasItsTitle() throws Exception {
        var feed = feed(List.of(item(1, MIDNIGHT, null, List.of())));

        FeedValidatorRules.assertKept(atom.write(feed));
        FeedValidatorRules.assertKept(rss.write(feed));
        assertThat(entries(atom.write(feed)).get(0).getDescription().getValue()).isEqualTo("Titel 1");
    }

    @Test
    void anAddressInTheNameOfAnAuthorHasItsOwnElement() throws Exception {
        var feed = feed(List.of(item(1, MIDNIGHT, null,
                List.of("Jule Petersen <jule@example.org>", "<ole@example.org>", "a@b", "Ada <3"))));

        var written = atom.write(feed);

        FeedValidatorRules.assertKept(written);
        var authors = entries(written).get(0).getAuthors();
        assertThat(authors).extracting("name").containsExactly("Jule Petersen", "ole@example.org", "a@b", "Ada <3");
        assertThat(authors).extracting("email").containsExactly("jule@example.org", "ole@example.org", null, null);
    }

    /** RSS takes any text, and keeps it. */
    @Test
    void aFormerGuidThatIsNoUriIsNoIdentityInAtom() {
        var id = new UUID(1, 1);
        for (var former : List.of("7", "Straße", "https://old.example/größe", "https://old.example/?tx_news_pi1[news]=7")) {
            assertThat(ItemIdentity.uri(id, former)).isEqualTo("urn:uuid:" + id);
            assertThat(ItemIdentity.guid(id, former)).isEqualTo(former);
        }
        for (var former : List.of("https://old.example/?p=7", "tag:old.example,2024:7", "urn:newsml:old.example:7")) {
            assertThat(ItemIdentity.uri(id, former)).isEqualTo(former);
        }
    }

    @Test
    void theRightsOfAPictureInTheContentStandBesideItsThumbnail() throws Exception {
        var inline = picture("© Ole", URI.create("https://example.org/by"));
        var written = rss.write(feed(List.of(item(inline, List.of()))));

        FeedValidatorRules.assertKept(written);
        assertThat(text(written)).contains("<media:copyright url=\"https://example.org/by\">© Ole</media:copyright>");
        assertThat(text(atom.write(feed(List.of(item(picture(null, URI.create("https://example.org/by")), List.of()))))))
                .contains("<media:copyright url=\"https://example.org/by\">https://example.org/by</media:copyright>");
        assertThat(text(atom.write(feed(List.of(item(picture("© Ole", null), List.of()))))))
                .contains("<media:copyright>© Ole</media:copyright>");
    }

    /** Rights at the item would be those of the recording, too. */
    @Test
    void besideARecordingTheRightsOfAPictureStandAtThePicture() throws Exception {
        var recording = new FeedItem.Recording(URI.create("https://media.example.org/a.mp3"), "audio/mpeg", "audio", 3);
        for (var isEnclosure : List.of(true, false)) {
            var feed = feed(List.of(item(picture("© Ole", null, isEnclosure), List.of(recording))));
            for (var written : List.of(rss.write(feed), atom.write(feed))) {
                FeedValidatorRules.assertKept(written);
                var media = Jsoup.parse(text(written), "", Parser.xmlParser()).select("media|content");
                assertThat(media.eachAttr("url")).containsExactly("https://media.example.org/a.jpg",
                        "https://media.example.org/a.mp3");
                assertThat(media.get(0).select("media|copyright").eachText()).containsExactly("© Ole");
                assertThat(text(written)).containsOnlyOnce("© Ole");
            }
        }
        assertThat(text(rss.write(feed(List.of(item(picture(null, null, true), List.of(recording)))))))
                .containsOnlyOnce("<media:content");
    }

    @Test
    void aPictureThatIsAnEnclosureHasItsRightsAtTheItem() throws Exception {
        var feed = feed(List.of(item(picture("© Ole", URI.create("https://example.org/by"), true), List.of())));
        for (var written : List.of(rss.write(feed), atom.write(feed))) {
            FeedValidatorRules.assertKept(written);
            assertThat(text(written)).containsOnlyOnce("enclosure")
                    .contains("<media:copyright url=\"https://example.org/by\">© Ole</media:copyright>")
                    .doesNotContain("<media:content", "<media:thumbnail");
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static List<SyndEntry> entries(byte[] document) throws Exception {
        return new SyndFeedInput().build(new StringReader(text(document))).getEntries();
    }

    private static FeedItem.Picture picture(@Nullable String copyright, @Nullable URI license) {
        return picture(copyright, license, false);
    }

    private static FeedItem.Picture picture(@Nullable String copyright, @Nullable URI license, boolean isEnclosure) {
        var file = new SizedFile(URI.create("https://media.example.org/a.jpg"), "image/jpeg", 1280, 853, 4711L);
        return new FeedItem.Picture(file, file, "Foto: Ole", null, copyright, license, false, isEnclosure);
    }

    private static FeedItem item(int number, Instant updatedAt) {
        return item(number, updatedAt, "<p>Text</p>", List.of());
    }

    private static FeedItem item(FeedItem.Picture picture, List<FeedItem.Recording> recordings) {
        var plain = item(1, MIDNIGHT);
        return new FeedItem(plain.key(), plain.text(), MIDNIGHT, MIDNIGHT, plain.credits(), plain.topics(),
                new FeedItem.Attached(picture, recordings), null);
    }

    private static FeedItem item(int number, Instant updatedAt, @Nullable String html, List<String> authors) {
        var id = "urn:uuid:" + new UUID(1, number);
        var names = authors.stream().map(name -> new FeedItem.Person(name, null)).toList();
        return new FeedItem(new FeedItem.Key(id, id, URI.create("https://www.example.org/" + number)),
                new FeedItem.Text("Titel " + number, null, html, "de"), MIDNIGHT, updatedAt,
                new FeedItem.Credits(names, null, null, null, "free", null, null, null),
                new FeedItem.Topics(List.of(), List.of()), new FeedItem.Attached(null, List.of()), null);
    }

    private static Feed feed(List<FeedItem> items) {
        var self = URI.create("https://api.example.org/feeds/articles.rss");
        return new Feed(
                new Feed.Channel("urn:uuid:00000000-0000-0000-0000-000000000001", "Stadtbote", "Stadtbote", "Stadtbote", "de",
                        URI.create("https://www.example.org"), null, Duration.ofMinutes(5)),
                new Feed.Links(self, self, null, false, List.of()), MIDNIGHT, items, List.of());
    }
}
