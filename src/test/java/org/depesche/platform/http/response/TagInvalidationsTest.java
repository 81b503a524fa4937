package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.depesche.platform.http.CacheTag;
import org.junit.jupiter.api.Test;

class TagInvalidationsTest {

    private final TagInvalidations touches = new TagInvalidations(8, 10);

    @Test
    void aTagCountsAsTouchedForWhatIsOlderThanTheTouch() {
        touches.add(List.of(new CacheTag("article:a"), new CacheTag("list:all")), 12);

        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:a")), 11)).isTrue();
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:a")), 12)).isFalse();
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:b")), 11)).isFalse();
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:b"), new CacheTag("list:all")), 11)).isTrue();
    }

    @Test
    void whatLiesBeforeItsMemoryCountsAsTouched() {
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:b")), 9)).isTrue();
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:b")), 10)).isFalse();
    }

    @Test
    void ofManyTouchesOnlyTheLastOnesAreRemembered() {
        for (var position = 11; position <= 30; position++) {
            touches.add(List.of(new CacheTag("article:" + position)), position);
        }

        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:30")), 29)).isTrue();
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:x")), 29)).isFalse();
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:x")), 12)).isTrue();
    }

    @Test
    void noTouchIsMissedWhileTheOlderOnesAreForgotten() {
        for (var position = 11; position <= 500; position++) {
            touches.add(List.of(new CacheTag("article:" + position), new CacheTag("list:all")), position);

            assertThat(touches.isInvalidated(Set.of(new CacheTag("article:" + position)), position - 1)).isTrue();
            assertThat(touches.isInvalidated(Set.of(new CacheTag("list:all")), position - 1)).isTrue();
            assertThat(touches.isInvalidated(Set.of(new CacheTag("list:all")), position)).isFalse();
        }
    }

    @Test
    void whatWasForgottenCountsAsTouched() {
        touches.add(List.of(new CacheTag("article:a")), 12);

        touches.reset(20);

        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:b")), 19)).isTrue();
        assertThat(touches.isInvalidated(Set.of(new CacheTag("article:b")), 20)).isFalse();
    }
}
