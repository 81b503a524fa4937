package org.depesche.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client can compute the checksum of a cursor of its own, so that a key may hold anything. */
class ForgedCursorsTest {

    private static final String FILTER = "";

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "+1000000000-12-31T23:59:59Z", "-1000000-01-01T00:00:00Z", "9999999999999999999999",
            "\n" })
    void aKeyThatIsNoValueOfItsColumnIsAnInvalidParameter(String part) {
        var forged = Cursor.decode(new Cursor(Direction.NEXT, "name", List.of(part)).encode(FILTER), "name", FILTER);
        var page = new PageQuery(3, "name", FILTER, forged.orElseThrow());

        assertThatThrownBy(() -> page.key(0, PageQuery::keyTime)).isInstanceOf(Problem.class).hasMessageContaining("cursor");
        assertThatThrownBy(() -> page.key(0, UUID::fromString)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> page.key(0, Integer::valueOf)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> page.key(0, Long::parseLong)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> page.key(1, name -> name)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "name", "" })
    void aCursorWithoutKeyIsNone(String sort) {
        for (var direction : Direction.values()) {
            assertThat(Cursor.decode(new Cursor(direction, sort, List.of()).encode(FILTER), sort, FILTER)).isEmpty();
        }
    }
}
