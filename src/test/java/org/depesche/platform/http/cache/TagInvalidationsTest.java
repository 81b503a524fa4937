package org.depesche.platform.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.depesche.platform.http.CacheTag;
import org.junit.jupiter.api.Test;

class TagInvalidationsTest {

    private final TagInvalidations invalidations = new TagInvalidations(8, 10);

    @Test
    void anOlderResponseIsInvalidated() {
        invalidations.add(List.of(new CacheTag("article:a"), new CacheTag("list:all")), 12);

        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:a")), 11)).isTrue();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:a")), 12)).isFalse();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b")), 11)).isFalse();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b"), new CacheTag("list:all")), 11)).isTrue();
    }

    @Test
    void aResponseBeforeTheResetIsInvalidated() {
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b")), 9)).isTrue();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b")), 10)).isFalse();
    }

    @Test
    void onlyTheLastInvalidationsAreStored() {
        for (var position = 11; position <= 30; position++) {
            invalidations.add(List.of(new CacheTag("article:" + position)), position);
        }

        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:30")), 29)).isTrue();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:x")), 29)).isFalse();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:x")), 12)).isTrue();
    }

    @Test
    void olderInvalidationsAreAddedWhereTheKnownOnesBegin() {
        var tag = new CacheTag("article:a");
        invalidations.add(List.of(tag), 12);

        assertThat(invalidations.addOlder(Map.of(tag, 3L), 1, 9)).as("a gap before 10").isFalse();
        assertThat(invalidations.addOlder(Map.of(tag, 8L, new CacheTag("article:b"), 7L), 5, 10)).isTrue();
        assertThat(invalidations.addOlder(Map.of(new CacheTag("article:c"), 4L, new CacheTag("article:b"), 4L), 2, 5)).isTrue();

        assertThat(invalidations.isInvalidated(Set.of(tag), 11)).isTrue();
        assertThat(invalidations.isInvalidated(Set.of(tag), 12)).isFalse();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b")), 6)).isTrue();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b")), 7)).isFalse();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:c")), 3)).isTrue();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:x")), 2)).isFalse();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:x")), 1)).isTrue();
    }

    @Test
    void noInvalidationIsMissedWhileOlderOnesAreDropped() {
        for (var position = 11; position <= 500; position++) {
            invalidations.add(List.of(new CacheTag("article:" + position), new CacheTag("list:all")), position);

            assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:" + position)), position - 1)).isTrue();
            assertThat(invalidations.isInvalidated(Set.of(new CacheTag("list:all")), position - 1)).isTrue();
            assertThat(invalidations.isInvalidated(Set.of(new CacheTag("list:all")), position)).isFalse();
        }
    }

    @Test
    void aResponseOlderThanTheStoredTagsIsInvalidated() {
        invalidations.add(List.of(new CacheTag("article:a")), 12);

        invalidations.reset(20);

        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b")), 19)).isTrue();
        assertThat(invalidations.isInvalidated(Set.of(new CacheTag("article:b")), 20)).isFalse();
    }
}
