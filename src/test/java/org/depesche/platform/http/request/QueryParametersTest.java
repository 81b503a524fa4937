package org.depesche.platform.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    private final QueryParameters parameters = new QueryParameters(new PublicationZone(ZoneId.of("Europe/Berlin")));

    @Test
    void anAbsentParameterHasItsDefault() {
        assertThat(parameters.number("limit", null, 15, 1, 100)).isEqualTo(15);
        assertThat(parameters.flag("total", null, false)).isFalse();
        assertThat(parameters.instant("from", null)).isEmpty();
        assertThat(parameters.groups("tag", null)).isEmpty();
        assertThatCode(parameters::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "101", "-1", "1.5", "1e1", " 5", "5 ", "+5", "0x10", "٥", "999999999999999999999", "fünf" })
    void aNumberIsNeverClampedOrGuessed(String raw) {
        parameters.number("limit", raw, 15, 1, 100);

        assertThat(errors()).singleElement().extracting(InputError::parameter).isEqualTo("limit");
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        parameters.number("limit", "0", 15, 1, 100);
        parameters.instant("from", "gestern");
        parameters.uuid("id", "1-1-1-1-1");
        parameters.flag("total", "yes", false);

        var problem = catchThrowableOfType(Problem.class, parameters::verify);

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
        assertThat(problem.errors()).extracting(InputError::parameter).containsExactly("limit", "from", "id", "total");
    }

    @Test
    void aCommaMeansAnyOfAndRepeatingMeansAllOf() {
        assertThat(parameters.groups("tag", List.of("a,b", "c"))).containsExactly(Set.of("a", "b"), Set.of("c"));
        assertThatCode(parameters::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a,,b", ",a", "a,", ",", " " })
    void anEmptyValueBetweenCommasIsAnError(String raw) {
        parameters.groups("tag", List.of(raw));

        assertThat(errors()).hasSize(1);
    }

    @Test
    void aWrongChoiceGetsTheRightOnesAndTheClosest() {
        parameters.choice("view", "ful", "summary", Map.of("card", "card", "summary", "summary", "full", "full"));

        assertThat(errors()).singleElement().extracting(InputError::detail)
                .isEqualTo("`view` is one of `card`, `full`, `summary`. Did you mean `full`?");
    }

    @Test
    void enumsAreWrittenInLowerCaseWithHyphens() {
        assertThat(parameters.choice("kind", "not-found", ProblemType.CONFLICT)).isEqualTo(ProblemType.NOT_FOUND);
        parameters.choice("kind", "NOT_FOUND", ProblemType.CONFLICT);
        assertThat(errors()).hasSize(1);
    }

    @Test
    void aSelectionNamesEachWrongPart() {
        assertThat(parameters.choices("include", "body,related", Map.of("body", 1, "related", 2))).containsExactly(1, 2);
        parameters.choices("include", "body,relatet", Map.of("body", 1, "related", 2));
        assertThat(errors()).singleElement().extracting(InputError::detail).asString().endsWith("Did you mean `related`?");
    }

    @Test
    void aPlusThatBecameASpaceIsExplained() {
        assertThat(parameters.instant("from", "2024-10-21T00:00:00+02:00")).contains(Instant.parse("2024-10-20T22:00:00Z"));
        parameters.instant("from", "2024-10-21T00:00:00 02:00");
        assertThat(errors()).singleElement().extracting(InputError::detail).asString().contains("`%2B`");
    }

    private List<InputError> errors() {
        return catchThrowableOfType(Problem.class, parameters::verify).errors();
    }
}
