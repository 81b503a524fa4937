package org.depesche.platform.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.depesche.platform.http.CacheTag;
import org.junit.jupiter.api.Test;

class CoarseCacheTagsTest {

    @Test
    void tagsWithinTheLimitAreUnchanged() {
        var tags = List.of(new CacheTag("article:AZKfPHoAfD6dbA2PKnscEQ"), new CacheTag("list:category:AZKfPHoAfD6dbA2PKnscEQ"),
                new CacheTag("list:all"));

        assertThat(CoarseCacheTags.fitToHeader(tags)).containsExactlyElementsOf(tags);
    }

    @Test
    void theKindWithTheMostCharactersBecomesCoarse() {
        var tags = new ArrayList<>(many("article", 70));
        tags.add(new CacheTag("category:AZKfPHoAfD6dbA2PKnscEQ"));

        assertThat(CoarseCacheTags.fitToHeader(tags)).containsExactly(new CacheTag("list:all"),
                new CacheTag("category:AZKfPHoAfD6dbA2PKnscEQ"));
    }

    @Test
    void aCoarseTagComesOnce() {
        var tags = new ArrayList<>(many("article", 70));
        tags.add(new CacheTag("list:all"));
        tags.addAll(many("list:tag", 80));

        assertThat(CoarseCacheTags.fitToHeader(tags)).containsExactly(new CacheTag("list:all"));
    }

    @Test
    void allTagsFitTheHeader() {
        var tags = new ArrayList<>(many("article", 100));
        tags.addAll(many("image", 90));
        tags.addAll(many("related:category", 80));
        tags.addAll(many("list:tag", 40));

        assertThat(CoarseCacheTags.fitToHeader(tags).stream().map(CacheTag::text).collect(Collectors.joining(" ")))
                .hasSizeLessThanOrEqualTo(2_048);
        assertThat(CoarseCacheTags.fitToHeader(tags)).contains(new CacheTag("list:all"), new CacheTag("image:all"));
    }

    @Test
    void aChangeNamesTheCoarserTagsToo() {
        assertThat(CoarseCacheTags.withCoarse(List.of(new CacheTag("article:a"), new CacheTag("list:category:b"),
                new CacheTag("related:category:b"), new CacheTag("image:c"))))
                .containsExactly(new CacheTag("article:a"), new CacheTag("list:category:b"), new CacheTag("related:category:b"),
                        new CacheTag("image:c"), new CacheTag("list:all"),
                        new CacheTag("related:category:all"), new CacheTag("image:all"));
    }

    @Test
    void aTagWithoutAnIdIsUnchanged() {
        assertThat(CoarseCacheTags.withCoarse(List.of(new CacheTag("categories"), new CacheTag("list:all"))))
                .containsExactly(new CacheTag("categories"), new CacheTag("list:all"));
    }

    @Test
    void everyCoarseTagOfAResponseIsNamedByTheChange() {
        var tags = many("image", 100);

        assertThat(CoarseCacheTags.withCoarse(List.of(tags.get(0)))).containsAnyElementsOf(CoarseCacheTags.fitToHeader(tags));
    }

    private static List<CacheTag> many(String kind, int count) {
        return IntStream.range(0, count).mapToObj(number -> new CacheTag(kind + ":%022d".formatted(number))).toList();
    }
}
