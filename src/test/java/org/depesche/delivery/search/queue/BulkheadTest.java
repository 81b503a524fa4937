package org.depesche.delivery.search.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final List<String> started = new ArrayList<>();
    private final Bulkhead bulkhead = new Bulkhead(1, 2);

    private Bulkhead.Permit acquire(String name) {
        return bulkhead.acquire(() -> started.add(name)).orElseThrow();
    }

    @Test
    void tasksStartInTheirOrder() {
        var first = acquire("first");
        var second = acquire("second");
        acquire("third");
        assertThat(started).containsExactly("first");

        first.release();
        assertThat(started).containsExactly("first", "second");

        second.release();
        assertThat(started).containsExactly("first", "second", "third");
        assertThat(bulkhead.waiting()).isZero();
    }

    @Test
    void aFullQueueRefuses() {
        acquire("first");
        acquire("second");
        acquire("third");

        assertThat(bulkhead.acquire(() -> started.add("fourth"))).isEmpty();
        assertThat(started).containsExactly("first");
    }

    @Test
    void aCanceledTaskMakesRoomAndDoesNotStart() {
        var first = acquire("first");
        var second = acquire("second");
        acquire("third");

        assertThat(second.cancel()).isTrue();
        assertThat(bulkhead.waiting()).isEqualTo(1);
        first.release();
        second.release();

        assertThat(started).containsExactly("first", "third");
    }

    @Test
    void aRunningTaskIsNotCanceled() {
        var first = acquire("first");

        assertThat(first.cancel()).isFalse();
        first.release();
        assertThat(first.cancel()).isFalse();
    }

    @Test
    void releasingTwiceStartsOneTask() {
        var first = acquire("first");
        first.release();
        first.release();
        acquire("second");
        acquire("third");

        assertThat(started).containsExactly("first", "second");
    }
}
