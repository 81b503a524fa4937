package org.depesche.content.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.junit.jupiter.api.Test;

class ContentJsonMapperTest {

    private static final List<Block> BODY = List.of(new Block.Heading(2, "Brücke", "bruecke"),
            new Block.Paragraph("Ein <em>langer</em> Satz: \"so\"."));

    private static final UUID FIRST = UUID.fromString("0192b3a4-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0192b3a4-0000-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("0192b3a4-0000-7000-8000-000000000003");
    private static final ArticleContent FULL = new ArticleContent(
            new ArticleContent.Classification("interview", "de-CH", "subscribers", true,
                    List.of(new ArticleContent.Placement(FIRST, SECOND, List.of(THIRD)),
                            new ArticleContent.Placement(THIRD, FIRST, List.of())),
                    List.of(FIRST, SECOND), List.of(THIRD)),
            new ArticleContent.Story("Kultur", "Erfolgreiches zweites Treffen", "Zweites Treffen", "Worum es geht.",
                    new ImageReference(FIRST, "Ein Bild", null, "Die Brücke", "Foto: dpa"),
                    List.of(new Block.Heading(2, "Brücke", "bruecke"), new Block.Paragraph("Ein <em>langer</em> Satz.")),
                    List.of(new ArticleContent.Link("Mehr", URI.create("https://example.org/mehr"))),
                    List.of(new ArticleContent.Correction(Instant.parse("2026-01-15T09:30:00Z"), "Der Name war falsch."))),
            new ArticleContent.Attribution(new ArticleContent.Source("dpa", URI.create("https://example.org/dpa")),
                    new ArticleContent.Rights("© 2026", URI.create("https://example.org/licence"), "teaser"),
                    new ArticleContent.Advertising("Anzeige",
                            new ArticleContent.Sponsor("Müller", URI.create("https://example.org/"))),
                    null),
            new ArticleContent.Distribution(new ArticleContent.Seo("Titel", "Beschreibung", true), SECOND,
                    List.of("/alt/1.html", "https://example.org/alt"), Instant.parse("2026-01-15T09:30:00.123456Z"),
                    Instant.parse("2026-01-16T05:00:00Z"),
                    new ArticleContent.Origin("cms", "4711", URI.create("https://example.org/4711"))));

    private final ContentJsonMapper json = new ContentJsonMapper(content -> content);

    @Test
    void aBodyPreparedBeforehandIsStoredLikeAnyOther() {
        var prepared = content(json.preSerialized(BODY));

        assertThat(json.write(prepared)).isEqualTo(json.write(content(BODY)));
        assertThat(stored(prepared)).isEqualTo(content(BODY));
        assertThat(SerializedBody.wordCount(prepared.story().body()).words()).isEqualTo(5);
    }

    @Test
    void whatHasNoBodyIsStoredWithoutOne() {
        assertThat(new String(json.write(content(List.of())), StandardCharsets.UTF_8)).doesNotContain("body");
        assertThat(stored(content(List.of()))).isEqualTo(content(List.of()));
    }

    @Test
    void aBodyWhosePicturesAreStillToBeRegisteredIsNotPrepared() {
        var body = List.<Block> of(new Block.Image(new ImageReference(UUID.randomUUID(), null, null, null, null)));

        assertThat(json.preSerialized(body)).isSameAs(body);
    }

    /** Rows of released versions have this JSON. Golden files are never edited; a new member gets a file of its own. */
    @Test
    void storedContentStaysFlatAndReadable() throws IOException {
        var stored = golden("stored-content.json");

        assertThat(json.readContent(stored)).isEqualTo(FULL);
        assertThat(json.write(FULL)).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(stored, StandardCharsets.UTF_8));
        assertThat(json.members(FULL).keySet()).containsExactly("type", "language", "access", "kicker", "headline",
                "shortHeadline", "teaser", "placements", "image", "advertising", "tags", "authors", "source", "sensitive",
                "rights", "body", "links", "corrections", "seo", "translationOf", "aliases", "publishedAt", "embargoUntil",
                "origin");
    }

    @Test
    void storedPublishedContentStaysFlatAndReadable() throws IOException {
        var stored = golden("stored-published-content.json");
        var published = new PublishedContent(FULL.asPublic(), 312, 2);

        assertThat(json.readPublishedContent(stored)).isEqualTo(published);
        assertThat(json.write(published)).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(stored, StandardCharsets.UTF_8));
    }

    @Test
    void theProductionIsStoredAsTheDeskWroteIt() {
        var content = new ArticleContent(FULL.classification(), ArticleContent.Story.EMPTY,
                new ArticleContent.Attribution(null, null, null,
                        new ArticleContent.Production("assisted", "Übersetzt mit DeepL", false)),
                ArticleContent.Distribution.NONE);

        assertThat(json.write(content)).asString(StandardCharsets.UTF_8)
                .contains("\"production\":{\"ai\":\"assisted\",\"note\":\"Übersetzt mit DeepL\",\"reviewed\":false}");
        assertThat(stored(content)).isEqualTo(content);
    }

    @Test
    void anEmptyDraftStoresOnlyItsDefaults() {
        var empty = new ArticleContent(
                new ArticleContent.Classification("news", "de", "free", false, List.of(), List.of(), List.of()),
                ArticleContent.Story.EMPTY, ArticleContent.Attribution.NONE, ArticleContent.Distribution.NONE);

        assertThat(json.write(empty)).asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"type\":\"news\",\"language\":\"de\",\"access\":\"free\",\"sensitive\":false}");
        assertThat(stored(empty)).isEqualTo(empty);
    }

    @Test
    void membersOfLaterVersionsAreIgnored() {
        var later = "{\"type\":\"news\",\"language\":\"de\",\"access\":\"free\",\"headline\":\"Neu\",\"later\":{\"a\":[1]}}";

        var content = json.readContent(later.getBytes(StandardCharsets.UTF_8));

        assertThat(content.story().headline()).isEqualTo("Neu");
        assertThat(content.classification().tags()).isEmpty();
        assertThat(content.attribution()).isEqualTo(ArticleContent.Attribution.NONE);
    }

    private static byte[] golden(String name) throws IOException {
        try (var file = ContentJsonMapperTest.class.getResourceAsStream("/golden/content/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private ArticleContent stored(ArticleContent content) {
        return json.readContent(json.write(content));
    }

    private static ArticleContent content(List<Block> body) {
        return new ArticleContent(
                new ArticleContent.Classification("news", "de", "free", false, List.of(), List.of(), List.of()),
                new ArticleContent.Story(null, "Brücke", null, null, null, body, List.of(), List.of()),
                ArticleContent.Attribution.NONE, ArticleContent.Distribution.NONE);
    }
}
