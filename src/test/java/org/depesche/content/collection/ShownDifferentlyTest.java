package org.depesche.content.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.Test;

class ShownDifferentlyTest {

    private static final UUID ONE = Uuid7.next();
    private static final UUID TWO = Uuid7.next();
    private static final UUID THREE = Uuid7.next();
    private static final UUID ID = Uuid7.next();

    @Test
    void inAListOnlyThoseThatCameOrWent() {
        var list = named("a", CollectionType.LIST);

        assertThat(ShownDifferently.between(list, List.of(ONE, TWO), list, List.of(TWO, ONE))).isEmpty();
        assertThat(ShownDifferently.between(list, List.of(ONE, TWO), list, List.of(TWO, THREE))).containsExactlyInAnyOrder(ONE,
                THREE);
    }

    @Test
    void inASeriesAllFromTheFirstThatDiffers() {
        var series = named("a", CollectionType.SERIES);

        assertThat(ShownDifferently.between(series, List.of(ONE, TWO, THREE), series, List.of(ONE, THREE)))
                .containsExactlyInAnyOrder(TWO, THREE);
        assertThat(ShownDifferently.between(series, List.of(ONE, TWO), series, List.of(ONE, TWO))).isEmpty();
    }

    @Test
    void aNewNameOrTypeIsSeenByAll() {
        var before = named("a", CollectionType.LIST);

        assertThat(ShownDifferently.between(before, List.of(ONE), named("b", CollectionType.LIST), List.of(TWO)))
                .containsExactlyInAnyOrder(ONE, TWO);
        assertThat(ShownDifferently.between(before, List.of(ONE), named("a", CollectionType.SERIES), List.of(ONE)))
                .containsExactly(ONE);
    }

    private static NamedCollection named(String name, CollectionType type) {
        return new NamedCollection(ID, ID, "slug", name, type, null, null, 1, Instant.EPOCH, Instant.EPOCH);
    }
}
