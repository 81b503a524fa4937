package org.depesche.delivery.search.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final List<String> admitted = new ArrayList<>();
    private final WaitingLine line = new WaitingLine(1, 2);

    private WaitingLine.Visit enter(String name) {
        return line.enter(() -> admitted.add(name)).orElseThrow();
    }

    @Test
    void whoComesFirstIsAdmittedFirst() {
        var first = enter("first");
        var second = enter("second");
        enter("third");
        assertThat(admitted).containsExactly("first");

        first.leave();
        assertThat(admitted).containsExactly("first", "second");

        second.leave();
        assertThat(admitted).containsExactly("first", "second", "third");
        assertThat(line.waiting()).isZero();
    }

    @Test
    void aFullLineRefuses() {
        enter("first");
        enter("second");
        enter("third");

        assertThat(line.enter(() -> admitted.add("fourth"))).isEmpty();
        assertThat(admitted).containsExactly("first");
    }

    @Test
    void whoGivesUpMakesRoomAndIsNotAdmitted() {
        var first = enter("first");
        var second = enter("second");
        enter("third");

        assertThat(second.giveUp()).isTrue();
        assertThat(line.waiting()).isEqualTo(1);
        first.leave();
        second.leave();

        assertThat(admitted).containsExactly("first", "third");
    }

    @Test
    void whoIsInsideCannotGiveUp() {
        var first = enter("first");

        assertThat(first.giveUp()).isFalse();
        first.leave();
        assertThat(first.giveUp()).isFalse();
    }

    @Test
    void leavingTwiceFreesOnePlace() {
        var first = enter("first");
        first.leave();
        first.leave();
        enter("second");
        enter("third");

        assertThat(admitted).containsExactly("first", "second");
    }
}
