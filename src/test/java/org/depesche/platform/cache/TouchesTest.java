package org.depesche.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class TouchesTest {

    private final Touches touches = new Touches(8, 10);

    @Test
    void aTagCountsAsTouchedForWhatIsOlderThanTheTouch() {
        touches.touch(List.of("article:a", "list:all"), 12);

        assertThat(touches.isTouched(Set.of("article:a"), 11)).isTrue();
        assertThat(touches.isTouched(Set.of("article:a"), 12)).isFalse();
        assertThat(touches.isTouched(Set.of("article:b"), 11)).isFalse();
        assertThat(touches.isTouched(Set.of("article:b", "list:all"), 11)).isTrue();
    }

    @Test
    void whatLiesBeforeItsMemoryCountsAsTouched() {
        assertThat(touches.isTouched(Set.of("article:b"), 9)).isTrue();
        assertThat(touches.isTouched(Set.of("article:b"), 10)).isFalse();
    }

    @Test
    void ofManyTouchesOnlyTheLastOnesAreRemembered() {
        for (var position = 11; position <= 30; position++) {
            touches.touch(List.of("article:" + position), position);
        }

        assertThat(touches.isTouched(Set.of("article:30"), 29)).isTrue();
        assertThat(touches.isTouched(Set.of("article:x"), 29)).isFalse();
        assertThat(touches.isTouched(Set.of("article:x"), 12)).isTrue();
    }

    @Test
    void noTouchIsMissedWhileTheOlderOnesAreForgotten() {
        for (var position = 11; position <= 500; position++) {
            touches.touch(List.of("article:" + position, "list:all"), position);

            assertThat(touches.isTouched(Set.of("article:" + position), position - 1)).isTrue();
            assertThat(touches.isTouched(Set.of("list:all"), position - 1)).isTrue();
            assertThat(touches.isTouched(Set.of("list:all"), position)).isFalse();
        }
    }

    @Test
    void whatWasForgottenCountsAsTouched() {
        touches.touch(List.of("article:a"), 12);

        touches.forget(20);

        assertThat(touches.isTouched(Set.of("article:b"), 19)).isTrue();
        assertThat(touches.isTouched(Set.of("article:b"), 20)).isFalse();
    }
}
