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
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    private static final WithDefault<Integer> LIMIT = QueryParameter.whole("limit", 1, 100).otherwise(15);
    private static final WithDefault<Boolean> TOTAL = QueryParameter.flag("total").otherwise(false);
    private static final QueryParameter<Instant> FROM = QueryParameter.instant("from");
    private static final QueryParameter<List<Set<String>>> TAG = QueryParameter.groups("tag");
    private static final WithDefault<ProblemType> KIND = QueryParameter.oneOf("kind", ProblemType.values())
            .otherwise(ProblemType.CONFLICT);
    private static final QueryParameter<Set<Integer>> INCLUDE = QueryParameter.someOf("include",
            Map.of("body", 1, "related", 2));

    private final QueryParameters parameters = new QueryParameters(new PublicationZone(ZoneId.of("Europe/Berlin")));

    @Test
    void anAbsentParameterHasItsDefault() {
        assertThat(parameters.read(LIMIT, null)).isEqualTo(15);
        assertThat(parameters.read(TOTAL, null)).isFalse();
        assertThat(parameters.read(FROM, null)).isEmpty();
        assertThat(parameters.groups(TAG, null)).isEmpty();
        assertThatCode(parameters::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "101", "-1", "1.5", "1e1", " 5", "5 ", "+5", "0x10", "٥", "999999999999999999999", "fünf" })
    void aNumberIsNeverClampedOrGuessed(String raw) {
        parameters.read(LIMIT, raw);

        assertThat(errors()).singleElement().extracting(InputError::parameter).isEqualTo("limit");
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        parameters.read(LIMIT, "0");
        parameters.read(FROM, "gestern");
        parameters.read(QueryParameter.uuid("id"), "1-1-1-1-1");
        parameters.read(TOTAL, "yes");

        var problem = catchThrowableOfType(Problem.class, parameters::verify);

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
        assertThat(problem.errors()).extracting(InputError::parameter).containsExactly("limit", "from", "id", "total");
    }

    @Test
    void aCommaMeansAnyOfAndRepeatingMeansAllOf() {
        assertThat(parameters.groups(TAG, List.of("a,b", "c"))).containsExactly(Set.of("a", "b"), Set.of("c"));
        assertThatCode(parameters::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a,,b", ",a", "a,", ",", " " })
    void anEmptyValueBetweenCommasIsAnError(String raw) {
        parameters.groups(TAG, List.of(raw));

        assertThat(errors()).hasSize(1);
    }

    @Test
    void aWrongChoiceGetsTheRightOnesAndTheClosest() {
        parameters.read(QueryParameter.oneOf("view", QueryParameter.words(word -> word, "card", "summary", "full")), "ful");

        assertThat(errors()).singleElement().extracting(InputError::detail)
                .isEqualTo("`view` is one of `card`, `full`, `summary`. Did you mean `full`?");
    }

    @Test
    void enumsAreWrittenInLowerCaseWithHyphens() {
        assertThat(parameters.read(KIND, "not-found")).isEqualTo(ProblemType.NOT_FOUND);
        parameters.read(KIND, "NOT_FOUND");
        assertThat(errors()).hasSize(1);
    }

    @Test
    void aSelectionNamesEachWrongPart() {
        assertThat(parameters.choices(INCLUDE, List.of("body,related"))).containsExactly(1, 2);
        parameters.choices(INCLUDE, List.of("body,relatet"));
        assertThat(errors()).singleElement().extracting(InputError::detail).asString().endsWith("Did you mean `related`?");
    }

    @Test
    void aSelectionIsTheSameWithCommasAndRepeated() {
        assertThat(parameters.choices(INCLUDE, List.of("related", "body"))).containsExactlyInAnyOrder(1, 2);
        assertThat(parameters.list(INCLUDE, List.of("body,related", "body"))).containsExactly("body", "related");
    }

    @Test
    void aPlusThatBecameASpaceIsExplained() {
        assertThat(parameters.read(FROM, "2024-10-21T00:00:00+02:00")).contains(Instant.parse("2024-10-20T22:00:00Z"));
        parameters.read(FROM, "2024-10-21T00:00:00 02:00");
        assertThat(errors()).singleElement().extracting(InputError::detail).asString().contains("`%2B`");
    }

    private List<InputError> errors() {
        return catchThrowableOfType(Problem.class, parameters::verify).errors();
    }
}
