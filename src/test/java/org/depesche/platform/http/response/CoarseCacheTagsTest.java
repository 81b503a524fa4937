package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CoarseCacheTagsTest {

    @Test
    void whatFitsStaysAsItIs() {
        var tags = List.of("article:AZKfPHoAfD6dbA2PKnscEQ", "list:category:AZKfPHoAfD6dbA2PKnscEQ", "list:all");

        assertThat(CoarseCacheTags.fitToHeader(tags)).containsExactlyElementsOf(tags);
    }

    @Test
    void theKindThatTakesMostRoomBecomesCoarse() {
        var tags = new ArrayList<>(many("article", 70));
        tags.add("category:AZKfPHoAfD6dbA2PKnscEQ");

        assertThat(CoarseCacheTags.fitToHeader(tags)).containsExactly("list:all", "category:AZKfPHoAfD6dbA2PKnscEQ");
    }

    @Test
    void whateverTheTagsTheyFit() {
        var tags = new ArrayList<>(many("article", 100));
        tags.addAll(many("image", 90));
        tags.addAll(many("related:category", 80));
        tags.addAll(many("list:tag", 40));

        assertThat(String.join(" ", CoarseCacheTags.fitToHeader(tags))).hasSizeLessThanOrEqualTo(2_048);
        assertThat(CoarseCacheTags.fitToHeader(tags)).contains("list:all", "image:all");
    }

    @Test
    void aChangeNamesTheCoarserTagsToo() {
        assertThat(CoarseCacheTags.withCoarse(List.of("article:a", "list:category:b", "related:category:b", "image:c")))
                .containsExactly("article:a", "list:category:b", "related:category:b", "image:c", "list:all",
                        "related:category:all", "image:all");
    }

    @Test
    void whatHasNoIdStaysAsItIs() {
        assertThat(CoarseCacheTags.withCoarse(List.of("categories", "list:all"))).containsExactly("categories", "list:all");
    }

    @Test
    void everyCoarseTagOfAnAnswerIsNamedByTheChange() {
        var tags = many("image", 100);

        assertThat(CoarseCacheTags.withCoarse(List.of(tags.get(0)))).containsAnyElementsOf(CoarseCacheTags.fitToHeader(tags));
    }

    private static List<String> many(String kind, int count) {
        return IntStream.range(0, count).mapToObj(number -> kind + ":%022d".formatted(number)).toList();
    }
}
