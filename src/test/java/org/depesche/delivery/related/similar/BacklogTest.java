package org.depesche.delivery.related.similar;

import static org.assertj.core.api.Assertions.assertThat;

import org.depesche.delivery.related.similar.SimilarityFollower.Backlog;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final int MAX = 500;

    @Test
    void fewChangesAreFollowedOneByOne() {
        var backlog = new Backlog(1_000, 1_500, 2_000, 0);

        assertThat(backlog.isTooLong(MAX)).isFalse();
        assertThat(backlog.isIndexFarBehind(MAX)).isFalse();
    }

    @Test
    void nothingIsSearchedWhileTheIndexIsFarBehind() {
        assertThat(new Backlog(1_000, 1_500, 2_001, 0).isIndexFarBehind(MAX)).isTrue();
    }

    @Test
    void manyChangesAreSkippedAlsoWhileTheIndexIsFarBehind() {
        assertThat(new Backlog(1_000, 1_501, 1_501, 0).isTooLong(MAX)).isTrue();
        assertThat(new Backlog(1_000, 1_501, 9_999, 0).isTooLong(MAX)).isTrue();
    }

    @Test
    void changesThatTheLogNoLongerHasAreSkipped() {
        assertThat(new Backlog(1_000, 1_010, 1_010, 1_001).isTooLong(MAX)).isTrue();
        assertThat(new Backlog(1_010, 1_010, 1_010, 1_011).isTooLong(MAX)).isFalse();
    }
}
