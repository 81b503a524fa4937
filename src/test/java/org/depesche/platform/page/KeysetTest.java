package org.depesche.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.depesche.platform.page.Cursor.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private static final List<String> KEY = List.of("name", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");

    @Test
    void theFirstPageHasNoCondition() {
        var keyset = Keyset.ascending(page(null), "name", "id");

        assertThat(keyset.condition()).isEmpty();
        assertThat(keyset.order()).isEqualTo(" order by name, id limit 4");
    }

    @Test
    void theNextPageBeginsBeyondItsCursor() {
        var keyset = Keyset.ascending(page(Direction.NEXT), "t.name", "t.id");

        assertThat(keyset.condition())
                .isEqualTo(" and t.name >= :keyValue and (t.name > :keyValue or t.id > :keyId)");
        assertThat(keyset.order("name", "id")).isEqualTo(" order by name, id limit 4");
    }

    @Test
    void thePreviousPageIsReadInTheOppositeOrder() {
        var keyset = Keyset.ascending(page(Direction.PREVIOUS), "name", "id");

        assertThat(keyset.condition()).isEqualTo(" and name <= :keyValue and (name < :keyValue or id < :keyId)");
        assertThat(keyset.order()).isEqualTo(" order by name desc, id desc limit 4");
    }

    @Test
    void aListMayBeOrderedByItsIdAlone() {
        var keyset = Keyset.descending(page(Direction.NEXT), "id");

        assertThat(keyset.condition()).isEqualTo(" and id < :keyId");
        assertThat(keyset.order()).isEqualTo(" order by id desc limit 4");
    }

    private static PageQuery page(@Nullable Direction direction) {
        return new PageQuery(3, "name", "", direction == null ? null : new Cursor(direction, "name", KEY));
    }
}
