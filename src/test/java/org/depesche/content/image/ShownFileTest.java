package org.depesche.content.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.Test;

/** Which file the public form of an image describes while another one replaces it. */
class ShownFileTest {

    private static final ImageFile.Renditions MADE = new ImageFile.Renditions("k", Map.of("original", List.of(320)),
            List.of("jpg"), Map.of(), null, null);

    @Test
    void allMembersAreOfTheFileWhoseRenditionsAreShown() {
        var first = image("a", 400, MADE);
        var replaced = image("b", 500, ImageFile.formerRenditions(first, "b"));

        var shown = replaced.asShown();

        assertThat(List.of(shown.width(), shown.height(), shown.sha256(), shown.byteSize(), shown.mediaType(),
                shown.dominantColor(), shown.file().blurHash(), shown.file().licensorUrl()))
                .isEqualTo(List.of(400, 401, "a", 402L, "image/a", "#a", "hash-a", "https://a.example/"));
        assertThat(replaced.width()).isEqualTo(500);
    }

    @Test
    void aSecondReplacementStillShowsTheFileThatHasRenditions() {
        var first = image("a", 400, MADE);
        var second = image("b", 500, ImageFile.formerRenditions(first, "b"));

        var third = image("c", 600, ImageFile.formerRenditions(second, "c"));
        assertThat(third.asShown().sha256()).isEqualTo("a");
        var back = image("a", 400, ImageFile.formerRenditions(third, "a"));
        assertThat(back.asShown()).isSameAs(back);
    }

    @Test
    void anAddressThatIsNoWebAddressIsNone() {
        var file = new ImageFile(null, ImageFile.State.READY, 1, null, null, false, null, "javascript:alert(1)", null, null);

        assertThat(file.licensorUrl()).isNull();
        assertThat(new ImageDetails.ImageRights(null, null, null, null, null, null, "data:text/html,x").digitalSourceType())
                .isNull();
        assertThat(new ImageDetails.ImageRights(null, null, null, null, null, null, "trainedAlgorithmicMedia")
                .digitalSourceType()).isEqualTo("trainedAlgorithmicMedia");
    }

    private static Image image(String name, int width, ImageFile.Renditions renditions) {
        var file = new ImageFile(name, ImageFile.State.PENDING, 1, "hash-" + name, null, false, null,
                "https://" + name + ".example/", null, renditions);
        return new Image(Uuid7.next(), 1, null, false, null, null, null, width, width + 1, null, "#" + name, "image/" + name,
                width + 2L, name, null, ImageDetails.NONE, file, 1, Instant.EPOCH, Instant.EPOCH);
    }
}
