package org.depesche.content.body.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyHtmlRenderer;
import org.depesche.content.body.BodyJson;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.InlineText;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A body rendered as HTML and taken in again is the same body, for generated bodies of all blocks and inline elements. */
class BodyHtmlRoundTripTest {

    private static final int BODIES = 500;
    private static final List<String> WORDS = List.of("Rat", "tagt", "heute", "R&D", "1 < 2", "„so“", "👍🏽",
            "Silben\u00ADtrennung",
            "4.300 €", "a > b", "\"Zitat\"", "don't", "–", "Größe");

    @Test
    void everyBodyComesBack() {
        for (var seed = 0; seed < BODIES; seed++) {
            var body = normalized(new Generator(new Random(seed)).body(2));

            var html = render(body);

            var form = BodyFixtures.htmlForm(html);
            var again = reader().read(form, "body");
            assertThat(form.errors()).as(html).isEmpty();
            assertThat(again.blocks()).as(seed + ": " + html).isEqualTo(body);
            assertThat(again.warnings()).as(html).isEmpty();
        }
    }

    @Test
    void allBlocksAreGenerated() {
        var types = IntStream.range(0, 200).mapToObj(seed -> new Generator(new Random(seed)).body(2)).flatMap(List::stream)
                .map(Block::type).collect(Collectors.toSet());

        assertThat(types).containsExactlyInAnyOrder("paragraph", "heading", "quote", "question", "list", "box", "image",
                "gallery", "table", "embed", "media", "file", "articleLink");
    }

    /** Blocks as the JSON form leaves them: the form sanitizes and completes them. */
    private static List<Block> normalized(List<Block> body) {
        try {
            var form = BodyFixtures.form(BodyFixtures.JSON.readTree(BodyJson.write(body)));
            var read = reader().read(form, "body");
            form.verify();
            return read.blocks();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static BodyReader reader() {
        return new BodyReader(image -> {
            image.require("id");
            return image.text("id", 36).flatMap(Uuid7::parse).map(id -> new ImageReference(id,
                    image.text("alt", 1_000).orElse(null), image.flag("decorative").orElse(null),
                    image.text("caption", 2_000).orElse(null), image.text("credit", 500).orElse(null)));
        }, ref -> Uuid7.parse(ref));
    }

    private static String render(List<Block> body) {
        return BodyHtmlRenderer.render(body, BodyHtmlRoundTripTest::picture,
                id -> Optional.of(new BodyHtmlRenderer.Target("Neue \"Brücke\"", "https://a.example/b?x=1&y=2")));
    }

    /** Every second image has words of its own, every third one no file. */
    private static Optional<BodyHtmlRenderer.Picture> picture(ImageReference use) {
        var number = use.id().getLeastSignificantBits() & 0xFF;
        var own = number % 2 == 0 ? "eigene Worte" : null;
        var alt = use.alt() == null ? own : use.alt();
        return Optional.of(new BodyHtmlRenderer.Picture(number % 3 == 0 ? null : "https://m.example/" + number, null, 800, null,
                Boolean.TRUE.equals(use.decorative()) ? null : alt == null && number % 3 == 0 ? "Ersatz" : alt,
                use.caption() == null ? own : use.caption(), use.credit() == null ? own : use.credit()));
    }

    private record Generator(Random random) {

        List<Block> body(int depth) {
            var blocks = new ArrayList<Block>();
            IntStream.range(0, 1 + random.nextInt(4)).forEach(i -> blocks.add(block(depth)));
            return blocks;
        }

        private Block block(int depth) {
            return switch (random.nextInt(depth > 1 ? 13 : 12)) {
                case 0 -> new Block.Heading(2 + random.nextInt(3), inline(2), word("anker"));
                case 1 -> new Block.Quote(inline(2), maybe(text()), random.nextBoolean());
                case 2 -> new Block.Question(inline(2));
                case 3 -> new Block.Items(random.nextBoolean(), cells(false));
                case 4 -> new Block.Image(image());
                case 5 -> new Block.Gallery(IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> image()).toList());
                case 6 -> new Block.Table(maybe(text()), random.nextBoolean() ? cells(true) : List.of(),
                        IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> cells(true)).toList());
                case 7 -> embed();
                case 8 -> new Block.Media(random.nextBoolean() ? "video" : "audio", "https://m.example/a.mp4",
                        maybe("video/webm"), maybe(312), maybe(image()), maybe("https://m.example/a.vtt"), maybe(text()));
                case 9 -> new Block.Download(text(), "https://a.example/b.pdf?c=1&d=2", maybe("application/pdf"), maybe(812L));
                case 10 -> new Block.ArticleLink(Uuid7.next());
                case 12 -> new Block.Box(maybe(text()), body(1));
                default -> new Block.Paragraph(inline(3));
            };
        }

        private Block embed() {
            var url = pick(List.of("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "https://karten.example/1?a=1&b=2",
                    "https://vimeo.com/12345"));
            var match = EmbedProviders.resolve(URI.create(url));
            return new Block.Embed(url, match.frameUrl(), maybe(text()), match.provider(), maybe(16), maybe(9), maybe(image()));
        }

        private List<InlineText> cells(boolean mayBeEmpty) {
            return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> new InlineText(
                    mayBeEmpty && random.nextInt(4) == 0 ? null : inline(2))).toList();
        }

        private ImageReference image() {
            return new ImageReference(new UUID(0x0192_9f3c_7a00_7c3eL, 0x9d6c_0000_0000_0000L | random.nextInt(256)),
                    maybe(text()), null, maybe(text()), maybe(text()));
        }

        private String inline(int depth) {
            var html = new StringBuilder();
            IntStream.range(0, 1 + random.nextInt(4))
                    .forEach(i -> html.append(pick(List.of("", " ", " ", "<br>", "<br><br>", "  ",
                            "\u00A0", "\n"))).append(part(depth)));
            return html.toString();
        }

        private String part(int depth) {
            if (depth == 0 || random.nextInt(3) == 0) {
                return pick(WORDS).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            }
            var tag = pick(List.of("em", "strong", "code", "sub", "sup", "mark", "q", "span lang=\"en\"",
                    "a href=\"https://a.example/?a=1&amp;b=2\" hreflang=\"de\" rel=\"nofollow\" "
                            + "title=\"Der &quot;Rat&quot;\""));
            return "<" + tag + ">" + inline(depth - 1) + "</" + tag.split(" ")[0] + ">";
        }

        private String text() {
            return IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> pick(WORDS))
                    .collect(Collectors.joining(pick(List.of(" ", "  ", "\n"))));
        }

        private String word(String base) {
            return base + "-" + random.nextInt(3);
        }

        private <T> T maybe(T value) {
            return random.nextBoolean() ? value : null;
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
