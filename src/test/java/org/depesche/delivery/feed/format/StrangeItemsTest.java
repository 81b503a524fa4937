package org.depesche.delivery.feed.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.depesche.content.image.SizedFile;
import org.depesche.platform.http.PublicationZone;
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

    /** Imported articles often have a date alone. */
    @Test
    void noTwoEntriesOfOneTimeAreUpdatedAtTheSameMoment() throws Exception {
        var items = new ArrayList<>(IntStream.range(0, 200).mapToObj(n -> item(n, MIDNIGHT)).toList());
        items.add(item(200, MIDNIGHT.plusMillis(7)));
        items.add(item(201, MIDNIGHT.plusSeconds(1)));

        var written = atom.write(feed(items));

        FeedValidatorRules.assertKept(written);
        var entries = entries(written);
        assertThat(entries).extracting(SyndEntry::getUpdatedDate).doesNotHaveDuplicates()
                .allMatch(date -> date.toInstant().getEpochSecond() - MIDNIGHT.getEpochSecond() <= 1);
        assertThat(entries.get(201).getUpdatedDate()).isEqualTo(Date.from(MIDNIGHT.plusSeconds(1)));
        assertThat(entries).extracting(SyndEntry::getPublishedDate).containsOnly(Date.from(MIDNIGHT));
    }

    /** A reader takes an item whose moment differs for one that was changed. */
    @Test
    void theMomentOfAnEntryDependsOnItsIdentity() throws Exception {
        var items = new ArrayList<>(IntStream.range(0, 5).mapToObj(n -> item(n, MIDNIGHT)).toList());
        var before = entries(atom.write(feed(items))).get(3).getUpdatedDate();
        Collections.reverse(items);
        items.remove(0);

        var after = entries(atom.write(feed(items))).get(0);

        assertThat(after.getTitle()).isEqualTo("Titel 3");
        assertThat(after.getUpdatedDate()).isEqualTo(before);
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
        var recording = new FeedItem.Recording(URI.create("https://media.example.org/a.mp3"), "audio/mpeg", "audio", 3);
        assertThat(text(rss.write(feed(List.of(item(inline, List.of(recording))))))).doesNotContain("© Ole");
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static List<SyndEntry> entries(byte[] document) throws Exception {
        return new SyndFeedInput().build(new StringReader(text(document))).getEntries();
    }

    private static FeedItem.Picture picture(@Nullable String copyright, @Nullable URI license) {
        var file = new SizedFile(URI.create("https://media.example.org/a.jpg"), "image/jpeg", 1280, 853, 4711L);
        return new FeedItem.Picture(file, file, "Foto: Ole", null, copyright, license, false, false);
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
