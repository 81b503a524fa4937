package org.depesche.delivery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.depesche.delivery.search.index.IndexSnapshotId;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** The checksum of a cursor is not secret, so that a client may forge any content. */
@QuarkusTest
class SearchPagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String FILTER = "site\nSturm";

    @Inject
    SearchPages pages;

    @Inject
    QueryParameters inputs;

    @Test
    @ActivateRequestContext
    void acceptsItsOwnCursor() {
        var start = pages.parseCursor(cursor("30", "7-12", Long.toString(NOW.getEpochSecond())), FILTER,
                NOW.plusSeconds(3_600));

        assertThat(start).isEqualTo(new SearchPages.PageStart(30, Optional.of(new IndexSnapshotId(7, 12)), NOW));
    }

    @ParameterizedTest
    @CsvSource({ "50000000,7-12,0", "2147483647,7-12,0", "1000,7-12,0", "-1,7-12,0", "eins,7-12,0", "0,7-12,9999999999999999",
            "0,7-12,99999999999999999999", "0,7-12,1900000000", "0,7-12,heute", "0,7-12,-1", "0,7-12,-31557014167219200" })
    @ActivateRequestContext
    void rejectsForgedCursors(String skipped, String state, String now) {
        pages.parseCursor(cursor(skipped, state, now), FILTER, NOW);

        assertThatThrownBy(inputs::verify).isInstanceOf(Problem.class);
    }

    @Test
    @ActivateRequestContext
    void rejectsACursorWithoutAllItsParts() {
        pages.parseCursor(new Cursor(Direction.NEXT, "relevance", List.of("0")).encode(FILTER), FILTER, NOW);

        assertThatThrownBy(inputs::verify).isInstanceOf(Problem.class);
    }

    @Test
    @ActivateRequestContext
    void continuesInTheCurrentIndexWhenTheSnapshotIsUnknown() {
        assertThat(pages.parseCursor(cursor("15", "jetzt", "0"), FILTER, NOW).snapshot()).isEmpty();
        assertThat(pages.parseCursor(cursor("15", "99999999999999999999-1", "0"), FILTER, NOW).snapshot()).isEmpty();
    }

    private static String cursor(String... key) {
        return new Cursor(Direction.NEXT, "relevance", List.of(key)).encode(FILTER);
    }
}
