package org.depesche.content.collection.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.depesche.content.collection.CollectionMetadata;
import org.depesche.kernel.CollectionType;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.Test;

class AffectedArticlesTest {

    private static final UUID ONE = Uuid7.next();
    private static final UUID TWO = Uuid7.next();
    private static final UUID THREE = Uuid7.next();
    private static final UUID ID = Uuid7.next();

    @Test
    void inAListOnlyAddedAndRemovedArticlesAreAffected() {
        var list = named("a", CollectionType.LIST);

        assertThat(AffectedArticles.between(list, List.of(ONE, TWO), list, List.of(TWO, ONE))).isEmpty();
        assertThat(AffectedArticles.between(list, List.of(ONE, TWO), list, List.of(TWO, THREE))).containsExactlyInAnyOrder(ONE,
                THREE);
    }

    @Test
    void inASeriesAllFromTheFirstDifferenceAreAffected() {
        var series = named("a", CollectionType.SERIES);

        assertThat(AffectedArticles.between(series, List.of(ONE, TWO, THREE), series, List.of(ONE, THREE)))
                .containsExactlyInAnyOrder(TWO, THREE);
        assertThat(AffectedArticles.between(series, List.of(ONE, TWO), series, List.of(ONE, TWO))).isEmpty();
    }

    @Test
    void aNewNameOrTypeIsSeenByAll() {
        var before = named("a", CollectionType.LIST);

        assertThat(AffectedArticles.between(before, List.of(ONE), named("b", CollectionType.LIST), List.of(TWO)))
                .containsExactlyInAnyOrder(ONE, TWO);
        assertThat(AffectedArticles.between(before, List.of(ONE), named("a", CollectionType.SERIES), List.of(ONE)))
                .containsExactly(ONE);
    }

    private static CollectionMetadata named(String name, CollectionType type) {
        return new CollectionMetadata(ID, ID, "slug", name, type, null, null, 1, Instant.EPOCH, Instant.EPOCH);
    }
}
