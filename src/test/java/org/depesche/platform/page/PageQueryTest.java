package org.depesche.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageQueryTest {

    @ParameterizedTest
    @CsvSource({ "0,5", "1,5", "5,5", "6,5", "10,5", "11,5", "100,7", "3,100", "7,1" })
    void forwardsAndBackwardsNothingIsLostOrRepeated(int size, int limit) {
        var all = IntStream.range(0, size).boxed().toList();

        var slice = slice(all, limit, null);
        var forwards = new ArrayList<>(slice.rows());
        while (slice.next() != null) {
            slice = slice(all, limit, slice.next());
            forwards.addAll(slice.rows());
        }
        var backwards = new ArrayList<>(slice.rows());
        while (slice.previous() != null) {
            slice = slice(all, limit, slice.previous());
            backwards.addAll(0, slice.rows());
        }

        assertThat(forwards).isEqualTo(all);
        assertThat(backwards).isEqualTo(all);
    }

    @Test
    void theFirstPageHasNothingBeforeItAndTheLastNothingAfter() {
        var first = slice(List.of(1, 2, 3), 2, null);
        var last = slice(List.of(1, 2, 3), 2, first.next());

        assertThat(first.previous()).isNull();
        assertThat(first.rows()).containsExactly(1, 2);
        assertThat(last.next()).isNull();
        assertThat(last.rows()).containsExactly(3);
        assertThat(last.previous()).isNotNull();
    }

    private static Slice<Integer> slice(List<Integer> all, int limit, @Nullable String cursor) {
        var place = cursor == null ? null : Cursor.decode(cursor, "up", "").orElseThrow();
        var query = new PageQuery(limit, "up", "", place);
        return query.slice(fetched(all, query), number -> List.of(number.toString()));
    }

    private static List<Integer> fetched(List<Integer> all, PageQuery query) {
        var from = query.key().stream().map(Integer::valueOf).findFirst();
        var rows = new ArrayList<>(all.stream().filter(number -> from.isEmpty()
                || (query.isBackwards() ? number < from.get() : number > from.get())).toList());
        if (query.isBackwards()) {
            Collections.reverse(rows);
        }
        return rows.subList(0, Math.min(query.fetchSize(), rows.size()));
    }
}
