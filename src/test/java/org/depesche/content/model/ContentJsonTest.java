package org.depesche.content.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.junit.jupiter.api.Test;

class ContentJsonTest {

    private static final List<Block> BODY = List.of(new Block.Heading(2, "Brücke", "bruecke"),
            new Block.Paragraph("Ein <em>langer</em> Satz: \"so\"."));

    private final ContentJson json = new ContentJson(content -> content);

    @Test
    void aBodyPreparedBeforehandIsStoredLikeAnyOther() {
        var prepared = content(json.preSerialized(BODY));

        assertThat(json.write(prepared)).isEqualTo(json.write(content(BODY)));
        assertThat(stored(prepared)).isEqualTo(content(BODY));
        assertThat(SerializedBody.wordCount(prepared.body()).words()).isEqualTo(5);
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

    private ArticleContent stored(ArticleContent content) {
        return json.readContent(json.write(content));
    }

    private static ArticleContent content(List<Block> body) {
        return new ArticleContent("news", "de", "free", null, "Brücke", null, null, List.of(), null, null, List.of(), List.of(),
                null, false, null, body, List.of(), List.of(), null, null, List.of(), null, null, null);
    }
}
