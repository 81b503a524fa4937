package org.depesche.content.body.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.BodyHtmlRenderer;
import org.depesche.content.body.BodyJson;
import org.depesche.content.body.BodyText;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.platform.json.JsonForm;
import org.depesche.testkit.ProcessorTime;
import org.depesche.testkit.SharedMaterial;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

/** HTML of attackers and faulty exporters: no executable content passes, and no visible text is lost. */
@Timeout(60)
class HostileHtmlTest {

    private static final Set<String> TAGS = Set.of("a", "em", "strong", "code", "sub", "sup", "br", "mark", "q", "span");
    private static final Set<String> PAGE_TAGS = Set.of("p", "h2", "h3", "h4", "blockquote", "footer", "ul", "ol", "li",
            "aside", "figure",
            "figcaption", "img", "small", "table", "caption", "thead", "tbody", "tr", "th", "td", "video", "audio", "track");
    private static final Set<String> ATTRIBUTES = Set.of("href", "hreflang", "rel", "title", "lang", "id", "src", "alt",
            "width", "height",
            "loading", "class", "controls", "preload", "kind");

    /** The renderer writes them; inline HTML never has them. No browser acts on them. */
    private static final Set<String> PAGE_ATTRIBUTES = Set.of(BlockMarkup.BLOCK, BlockMarkup.EXACT, BlockMarkup.ANCHOR,
            BlockMarkup.IMAGE, BlockMarkup.INHERITED, BlockMarkup.ALT, BlockMarkup.DECORATIVE, BlockMarkup.EMBED_URL,
            BlockMarkup.PROVIDER, BlockMarkup.WIDTH, BlockMarkup.HEIGHT, BlockMarkup.MEDIA_TYPE, BlockMarkup.PREVIEW);

    @Test
    void noVectorOfDomPurifySurvives() throws Exception {
        var vectors = BodyFixtures.JSON.readTree(SharedMaterial.text("data/security/dompurify-expect-even.json"));

        var dangers = new ArrayList<String>();
        for (var vector : vectors) {
            var payload = vector.path("payload").asText();
            dangersOf(payload).forEach(danger -> dangers.add(danger + " in " + payload));
        }

        assertThat(vectors).hasSizeGreaterThan(50);
        assertThat(dangers).isEmpty();
    }

    @Test
    void naughtyStringsAsTextAreReturnedUnchanged() throws Exception {
        var changed = naughty().filter(string -> readable(string)).filter(string -> {
            var body = read("[{\"type\":\"paragraph\",\"text\":" + BodyFixtures.JSON.valueToTree(string) + "}]");
            return !BodyText.of(BodyJson.read(BodyJson.write(body))).equals(string);
        }).toList();

        assertThat(changed).isEmpty();
    }

    @Test
    void naughtyStringsAsHtmlShowWhatABrowserShows() throws Exception {
        var changed = naughty().filter(string -> readable(string)).filter(string -> {
            var body = read("[{\"type\":\"paragraph\",\"html\":" + BodyFixtures.JSON.valueToTree(string) + "}]");
            return !squeezed(BodyText.of(body)).equals(squeezed(shown(string)));
        }).toList();

        assertThat(changed).isEmpty();
        assertThat(naughty().flatMap(HostileHtmlTest::dangersOf)).isEmpty();
    }

    @Test
    void naughtyStringsAsAWholeBodyLoseNoWord() throws Exception {
        var changed = naughty().filter(string -> readable(string)).filter(string -> {
            var blocks = BodyFixtures.read(BodyFixtures.htmlForm(string)).blocks();
            return blocks.stream().allMatch(block -> block instanceof Block.Paragraph)
                    && !squeezed(BodyText.of(blocks)).equals(squeezed(shown(string)));
        }).toList();

        assertThat(changed).isEmpty();
    }

    @Test
    void fuzzedPagesAreReadInTime() {
        var pages = SharedMaterial.archive("data/security/jsoup-fuzztests-half0.tar");

        assertThat(pages).isNotEmpty();
        pages.forEach((name, bytes) -> {
            var start = ProcessorTime.ofThread();
            var html = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
            assertThat(dangersOf(html)).as(name).isEmpty();
            assertThat(ProcessorTime.ofThread().minus(start)).as("%s of %d bytes", name, bytes.length)
                    .isLessThan(Duration.ofSeconds(10));
        });
    }

    /** Parses the sanitized forms of the payload and returns everything that is not on the safelist. */
    private static Stream<String> dangersOf(String payload) {
        var inline = InlineHtmlSanitizer.sanitize(payload, warning -> {
        }).stream().flatMap(html -> dangers(html, false));
        var blocks = BodyFixtures.read(BodyFixtures.htmlForm(payload)).blocks();
        var page = BodyHtmlRenderer.render(blocks,
                use -> Optional.of(new BodyHtmlRenderer.Picture("https://m.example/1", null, 1, 1, use.alt(), use.caption(),
                        use.credit())),
                id -> Optional.empty());
        return Stream.of(inline, dangers(page, true), blocks.stream().flatMap(HostileHtmlTest::addresses)).flatMap(all -> all);
    }

    private static Stream<String> addresses(Block block) {
        var urls = block instanceof Block.Embed embed ? Stream.of(embed.url(), embed.embedUrl())
                : block instanceof Block.Media media ? Stream.of(media.url()) : Stream.<String> empty();
        return urls.filter(url -> !url.matches("(?i)https?://.*"));
    }

    private static Stream<String> dangers(String html, boolean page) {
        var body = Jsoup.parseBodyFragment(html).body();
        var elements = body.children().stream().flatMap(child -> child.getAllElements().stream()).toList();
        var foreign = elements.stream().map(Element::normalName)
                .filter(tag -> !TAGS.contains(tag) && !(page && PAGE_TAGS.contains(tag)));
        var attributes = elements.stream().flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> isDanger(attribute, page))
                .map(Attribute::html);
        var data = body.nodeStream(DataNode.class).map(Object::toString);
        return Stream.of(foreign, attributes, data).flatMap(all -> all);
    }

    private static boolean isDanger(Attribute attribute, boolean page) {
        var address = attribute.getKey().equals("href") || attribute.getKey().equals("src");
        var isKnown = ATTRIBUTES.contains(attribute.getKey()) || page && PAGE_ATTRIBUTES.contains(attribute.getKey());
        return !isKnown || address && !attribute.getValue().matches("(?is)(https?|mailto):.*");
    }

    private static Stream<String> naughty() throws Exception {
        return StreamSupport
                .stream(BodyFixtures.JSON.readTree(SharedMaterial.text("data/security/blns.json")).spliterator(), false)
                .map(JsonNode::asText);
    }

    private static boolean readable(String string) {
        return !HtmlEscaper.isBlank(string);
    }

    /** Returns the visible text as jsoup reads it, independently of the sanitizer. */
    private static String shown(String html) {
        var body = Jsoup.parse(html, "", Parser.htmlParser()).body();
        body.select(
                "script, style, template, noscript, iframe, noembed, noframes, object, svg, math, audio, video, canvas, "
                        + "title, select, form input, button")
                .remove();
        return body.wholeText();
    }

    private static String squeezed(String text) {
        return text.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static List<Block> read(String json) {
        try {
            JsonForm form = BodyFixtures.form(BodyFixtures.JSON.readTree(json));
            var body = BodyFixtures.read(form);
            form.verify();
            return body.blocks();
        } catch (java.io.IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
