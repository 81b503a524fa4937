package org.depesche.content.body.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.BlockViewRenderer;
import org.depesche.content.body.BodyHtmlRenderer;
import org.depesche.content.body.BodyJson;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.BodyText;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.InlineText;
import org.depesche.content.body.WordCount;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * Compares the forms of a body with golden files. Golden files are added, never changed, because stored bodies have their
 * form.
 */
class BodyGoldenTest {

    private static final String FIGURE = "<figure data-image=\"" + BodyFixtures.BRIDGE + "\"";

    @Test
    void inputBlocksAreStoredSanitized() throws IOException {
        var form = BodyFixtures.form(BodyFixtures.JSON.readTree(BodyFixtures.golden("written.json")));

        var body = BodyFixtures.read(form);

        form.verify();
        same("kept.json", BodyFixtures.pretty(BodyFixtures.JSON.readTree(BodyJson.write(body.blocks()))));
        same("warnings.json", BodyFixtures.pretty(body.warnings()));
    }

    @Test
    void aStoredBodyIsAValidInputForm() throws IOException {
        var form = BodyFixtures
                .form(BodyFixtures.JSON
                        .readTree(BodyFixtures.golden("kept.json").replace(BodyFixtures.BRIDGE.toString(), "neue-bruecke")));

        var body = BodyFixtures.read(form);

        form.verify();
        assertThat(body.warnings()).isEmpty();
        assertThat(body.blocks()).isEqualTo(kept());
    }

    @Test
    void blocksAreDeliveredWithTheirTypeInAnyList() throws IOException {
        var views = new BlockViewRenderer(use -> Optional.of(Map.of("id", use.id())),
                id -> Optional.of(Map.of("headline", "Neue Brücke")))
                .render(kept());

        same("delivered.json", BodyFixtures.pretty(views));
        assertThat(BodyFixtures.JSON.valueToTree((Object) views).toString())
                .isEqualTo(BodyFixtures.JSON.writeValueAsString(views.toArray()));
    }

    @Test
    void bodiesAreAlsoHtmlAndText() {
        var html = BodyHtmlRenderer.render(kept(),
                use -> Optional.of(new BodyHtmlRenderer.Picture("https://m.example/" + use.id(), null, 800, null,
                        use.alt(), use.caption(), use.credit())),
                id -> Optional.of(new BodyHtmlRenderer.Target("Neue \"Brücke\"", "https://a.example/b")));

        same("body-3.html", html.replaceAll("(</(?:p|h\\d|blockquote|ul|ol|aside|figure|table|video)>)", "$1\n"));
        same("body.txt", BodyText.of(kept()) + "\n");
        assertThat(WordCount.of(kept())).isEqualTo(new WordCount(55));
    }

    @Test
    void aBodyRenderedByAnOlderVersionIsTakenIn() {
        var blocks = BodyFixtures.readHtml(BodyFixtures.golden("body.html")).blocks();

        assertThat(blocks).extracting(Block::type).containsExactly("paragraph", "paragraph", "heading", "heading", "heading",
                "quote", "quote", "paragraph", "list", "box", "image", "image", "image", "table", "paragraph", "paragraph",
                "media", "paragraph", "paragraph");
    }

    @Test
    void headingsKeepTheirAnchorsWhateverTheirIds() {
        for (var rendered : new String[] { "body-2.html", "body-3.html" }) {
            assertThat(BodyFixtures.readHtml(BodyFixtures.golden(rendered)).blocks())
                    .filteredOn(Block.Heading.class::isInstance)
                    .extracting(heading -> ((Block.Heading) heading).anchor())
                    .containsExactly("mehr-geld-fuer-groesse", "mehr-geld-fuer-groesse-2", "plan");
        }
    }

    @Test
    void anImageWithoutUrlIsRenderedAsText() {
        assertThat(htmlOf(null, "Am Abend", "Foto: Archiv"))
                .isEqualTo(FIGURE + "><figcaption><span>Am Abend</span><small>Foto: Archiv</small></figcaption></figure>");
        assertThat(htmlOf("Das <Rathaus>", null, null))
                .isEqualTo(FIGURE + "><figcaption><span data-alt>Das &lt;Rathaus&gt;</span></figcaption></figure>");
        assertThat(htmlOf("Das Rathaus", "Am Abend", null))
                .isEqualTo(FIGURE + " data-alt=\"Das Rathaus\"><figcaption><span>Am Abend</span></figcaption></figure>");
        assertThat(htmlOf(null, null, null)).isEmpty();
    }

    private static String htmlOf(String alt, String caption, String credit) {
        return BodyHtmlRenderer.render(
                List.of(new Block.Image(new ImageReference(BodyFixtures.BRIDGE, alt, null, caption, credit))),
                use -> Optional
                        .of(new BodyHtmlRenderer.Picture(null, null, null, null, use.alt(), use.caption(), use.credit())),
                id -> Optional.empty());
    }

    @Test
    void aPageOfHtmlBecomesBlocks() {
        var body = BodyFixtures.readHtml(BodyFixtures.golden("page.html"));

        same("page-2.json", BodyFixtures.pretty(Map.of("body", BodyFixtures.JSON.valueToTree(body.blocks()))));
        same("page-warnings-2.json", BodyFixtures.pretty(body.warnings()));
        assertThat(BodyJson.read(BodyJson.write(body.blocks()))).isEqualTo(body.blocks());
    }

    @Test
    void noMapperLeavesOutAnEmptyListOfABlock() throws IOException {
        var table = new Block.Table(null, List.of(), List.of(List.of(new InlineText(null))));

        var json = BodyFixtures.JSON.copy().setDefaultPropertyInclusion(Include.NON_EMPTY).writeValueAsString(table);

        assertThat(json).isEqualTo("{\"type\":\"table\",\"header\":[],\"rows\":[[{}]]}");
    }

    @Test
    void unresolvedReferencesAreOmitted() {
        var views = new BlockViewRenderer(use -> Optional.empty(), id -> Optional.empty()).render(kept());

        assertThat(views).extracting(BlockView::type).doesNotContain("image", "gallery", "articleLink").contains("embed",
                "media", "box");
    }

    @Test
    void allReferencesOfABodyAreCollected() {
        assertThat(BodyReferences.of(kept()).images()).hasSize(6);
        assertThat(BodyReferences.of(kept()).articles()).containsExactly(BodyFixtures.BRIDGE);
    }

    private static List<Block> kept() {
        return BodyJson.read(BodyFixtures.golden("kept.json"));
    }

    /** Writes a missing file if the system property {@code depesche.golden.write} is true. */
    private static void same(String name, String text) {
        var file = Path.of("src/test/resources/golden/body", name);
        if (Boolean.getBoolean("depesche.golden.write") && !Files.exists(file)) {
            write(file, text);
        }
        assertThat(text).isEqualTo(BodyFixtures.golden(name));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
