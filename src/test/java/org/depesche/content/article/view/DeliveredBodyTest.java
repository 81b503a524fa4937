package org.depesche.content.article.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.BlockViewRenderer;
import org.depesche.content.body.EmbedProvider;
import org.depesche.content.body.InlineText;
import org.depesche.content.model.ContentJsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** A response does not reveal whether a stored body was delivered unchanged or was parsed. */
@QuarkusTest
class DeliveredBodyTest {

    private static final BlockViewRenderer RENDERER = new BlockViewRenderer(use -> Optional.empty(), id -> Optional.empty());

    @Inject
    ObjectMapper answers;

    @Inject
    ContentJsonMapper json;

    static Stream<List<Block>> bodies() {
        var blocks = List.<Block> of(new Block.Paragraph("Ein <a href=\"https://a.de/?b&amp;c\">Satz</a> für München.\n\t/\\"),
                new Block.Paragraph("\u0001 \u2028 €"), new Block.Paragraph("😀"), new Block.Paragraph(""),
                new Block.Heading(3, "Mehr", "mehr"), new Block.Quote("„So.“", null, true), new Block.Quote("So.", "", false),
                new Block.Quote("So.", "Ina Held", false), new Block.Question("Wie?"), new Block.Items(false, List.of()),
                new Block.Items(true, List.of(new InlineText("eins"), new InlineText(""))),
                new Block.Table(null, List.of(), List.of(List.of(new InlineText("a")), List.of())),
                new Block.Table("Einwohner", List.of(new InlineText("b")), List.of()),
                new Block.Download("Plan", "https://a.de/plan.pdf", null, 12L),
                new Block.Download("Plan", "https://a.de/plan.pdf", "application/pdf", null),
                new Block.Box("Zur Person", List.of(new Block.Paragraph("Sie."))),
                new Block.Embed("https://a.de", null, null, new EmbedProvider("a", "A", null), 16, 9, null),
                new Block.Media("video", "https://a.de/b.mp4", null, 12, null, null, null));
        return Stream.concat(Stream.of(List.<Block> of(), blocks), blocks.stream().map(List::of));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theResponseIsTheSameByteByByte(List<Block> body) throws Exception {
        var stored = json.readBody(json.write(body));

        assertThat(stored).isEqualTo(new ArrayList<>(body));
        var written = answers.writeValueAsBytes(article(RENDERER.render(body)));
        var handedOn = article(RENDERER.render(stored));
        assertThat(answers.writeValueAsBytes(handedOn)).isEqualTo(written);
        assertThat(answers.writeValueAsBytes(answers.valueToTree(handedOn))).isEqualTo(written);
        assertThat(answers.writeValueAsString(handedOn)).isEqualTo(new String(written, StandardCharsets.UTF_8));
    }

    private static Article article(List<BlockView> body) {
        return new Article(null, body, null, List.of(), List.of(), List.of(), List.of(),
                new Article.SeoView(null, null, false), null, 1);
    }
}
