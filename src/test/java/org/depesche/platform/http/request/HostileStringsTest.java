package org.depesche.platform.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.kernel.LanguageTag;
import org.depesche.kernel.Slug;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.problem.Problem;
import org.depesche.testkit.HostileStrings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile string in everything that reads a parameter or a header: a value, or the problem that refuses it. */
class HostileStringsTest {

    private final QueryParameters parameters = new QueryParameters(new PublicationZone(ZoneId.of("Europe/Berlin")));

    static Stream<List<String>> strings() {
        return Stream.of(HostileStrings.naughtyStrings(), HostileStrings.fuzzStrings());
    }

    @ParameterizedTest
    @MethodSource("strings")
    void queryParametersAreReadOrReported(List<String> strings) {
        for (var text : strings) {
            parameters.read(QueryParameter.whole("limit", 1, 100), text);
            parameters.read(QueryParameter.flag("total"), text);
            parameters.choices(QueryParameter.someOf("include", Map.of("body", 1)), List.of(text));
            parameters.read(QueryParameter.instant("from"), text);
            parameters.read(QueryParameter.uuid("id"), text);
            parameters.groups(QueryParameter.groups("tag"), List.of(text, text));

            assertThat(parameters.takeErrors()).as(text).isNotEmpty()
                    .allSatisfy(error -> assertThat(error.detail()).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("strings")
    void noReaderFailsUnexpectedly(List<String> strings) {
        for (var text : strings) {
            assertThat(Slug.isSlug(Slug.from(text, "fallback"))).as(text).isTrue();
            assertThat(Cursor.decode(text, "-publishedAt", "")).as(text).isEmpty();
            LanguageTag.normalize(text);
            isProblemOrNothing(text,
                    () -> QueryString.of(HostileStrings.urlEncode(text) + "=" + HostileStrings.urlEncode(text)));
            isProblemOrNothing(text, () -> IdempotencyKey.parseHeader(List.of(text)));
        }
    }

    private static void isProblemOrNothing(String text, Runnable reading) {
        var failure = catchThrowable(reading::run);
        if (failure != null) {
            assertThat(failure).as(text).isInstanceOf(Problem.class);
        }
    }
}
