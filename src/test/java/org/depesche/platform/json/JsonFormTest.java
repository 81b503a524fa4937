package org.depesche.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;

import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {

    @Test
    void textsAreReturnedUnchanged() {
        var form = form("{'a': '  zwei  Wörter ', 'b': null, 'c': '👍🏽\\u0001'}");

        assertThat(form.text("a", 20)).contains("  zwei  Wörter ");
        assertThat(form.text("b", 20)).isEmpty();
        assertThat(form.text("c", 3)).contains("👍🏽\u0001");
        form.verify();
    }

    @Test
    void allErrorsAreReportedAtOnceWithTheirPointers() {
        var form = form(
                """
                        {'headline': 'zu lang', 'limit': 1.5, 'flag': 'true', 'titel': 1, 'type': 'newz', 'slug': 'Ä',
                         'links': [{'title': 1, 'ur/l': ''}, 'x'], 'words': ['a', '', 3], 'url': 'ftp://a.example/',
                          'blank': ' \\u00a0'}""");

        form.text("headline", 3);
        form.number("limit", 1, 100);
        form.flag("flag");
        form.text("title", 10);
        form.choice("type", Map.of("news", 1));
        form.slug("slug");
        form.objects("links", 5).forEach(link -> {
            link.text("title", 5);
            link.httpUrl("url");
        });
        form.texts("words", 5, 5);
        form.httpUrl("url");
        form.text("blank", 5);
        form.require("title", "blank");

        var problem = catchThrowableOfType(Problem.class, form::verify);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_BODY);
        assertThat(problem.errors()).extracting(InputError::pointer, InputError::detail).containsExactly(
                tuple("/headline", "`headline` is 7 characters long; at most 3 are allowed."),
                tuple("/limit", "`limit` must be a whole number from 1 to 100."),
                tuple("/flag", "`flag` must be true or false, not a string."),
                tuple("/type", "`type` must be one of news."),
                tuple("/slug", "`slug` must be a slug: lower-case ASCII letters and digits, in words joined by hyphens."
                        + " Did you mean `ae`?"),
                tuple("/links/1", "`/links/1` must be an object, not a string."),
                tuple("/links/0/title", "`/links/0/title` must be a string, not a number."),
                tuple("/words/1", "`/words/1` must not be blank."),
                tuple("/words/2", "`/words/2` must be a string, not a number."),
                tuple("/url", "`url` must be an absolute address with http or https."),
                tuple("/blank", "`blank` must not be blank."),
                tuple("/title", "`title` is required."),
                tuple("/titel", "`titel` is no member of this object. Did you mean `title`?"),
                tuple("/links/0/ur~1l", "`/links/0/ur~1l` is no member of this object. Did you mean `url`?"));
    }

    @Test
    void lengthIsCountedInCharactersNotInCodeUnits() {
        assertThat(form("{'a': '👍👍👍'}").text("a", 3)).isPresent();
        assertThat(form("{'a': '👍👍👍'}").text("a", 2)).isEmpty();
    }

    @Test
    void unpairedSurrogatesAndNulAreRejectedEverywhere() {
        var form = form("{'a': {'b': ['ok', '\\uD800']}, 'c': '\\u0000', 'd': '\\ud83d\\udc4d'}");
        form.ignore("a", "d");
        form.text("c", 5);

        assertThat(form.errors()).extracting(InputError::pointer).containsExactly("/a/b/1", "/c");
    }

    @Test
    void aHundredErrorsAreListedAndTheOthersCounted() {
        var members = new StringBuilder("{");
        for (var i = 0; i < 5_000; i++) {
            members.append("'m").append(i).append("':1,");
        }

        var errors = form(members + "'z':1}").errors();

        assertThat(errors).hasSize(101).last().isEqualTo(InputError.atPointer("", "There are 4901 more mistakes."));
    }

    @Test
    void listsAreBounded() {
        var form = form("{'a': [{}, {}, {}]}");

        assertThat(form.objects("a", 2)).isEmpty();
        assertThat(form.errors()).containsExactly(InputError.atPointer("/a", "holds 3 elements; at most 2 are allowed."));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1e400", "-1e999999999", "123456789012345678901234567890", "0.1", "2147483648" })
    void numbersOutOfRangeAreRejected(String number) {
        var form = form("{'a': " + number + "}");

        assertThat(form.number("a", 0, Integer.MAX_VALUE)).isEmpty();
        assertThat(form.errors()).hasSize(1);
    }

    @Test
    void nullAndAbsentMembersAreDistinguished() {
        var form = form("{'a': null}");

        assertThat(form.isExplicitNull("a")).isTrue();
        assertThat(form.isExplicitNull("b")).isFalse();
        assertThat(form.has("a")).isFalse();
        form.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "{", "{} {}", "{'a':1,'a':2}", "{'a':NaN}", "\u00ff", "{'a':01}", "// x\n{}" })
    void invalidJsonIsMalformed(String body) {
        var bytes = body.equals("\u00ff") ? new byte[] { '{', '"', (byte) 0xff, '"', ':', '1', '}' } : json(body);

        assertThatThrownBy(() -> JsonForm.parse(bytes)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_BODY));
    }

    @Test
    void aByteOrderMarkIsIgnored() {
        assertThat(form("\uFEFF{'a': true}").flag("a")).contains(true);
    }

    @Test
    void anAbsentBodyIsAnEmptyObject() {
        JsonForm.parseOptional(new byte[0], List.of()).verify();
        JsonForm.parseOptional(null, List.of()).verify();
        JsonForm.parseOptional("null".getBytes(UTF_8), List.of()).verify();
    }

    @Test
    void errorsInParametersAreReportedWithThoseOfTheBody() {
        var limit = InputError.inParameter("limit", "`limit` is no number.");

        assertThatThrownBy(() -> JsonForm.parse("{\"a\": 1}".getBytes(UTF_8), List.of(limit)).verify())
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_BODY);
                    assertThat(problem.errors()).hasSize(2).contains(limit);
                });
        assertThatThrownBy(() -> JsonForm.parse("{}".getBytes(UTF_8), List.of(limit)).verify())
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER));
        assertThatThrownBy(() -> JsonForm.parse("{".getBytes(UTF_8), List.of(limit))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.errors()).containsExactly(limit));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "https://a.example | https://a.example",
            "HTTPS://a.example/b | HTTPS://a.example/b",
            " https://a.example/x | https://a.example/x",
            "https://müller.example/größe | https://xn--mller-kva.example/gr%C3%B6%C3%9Fe",
            "https://a.example/?tx_news[id]=3&q=a{b c | https://a.example/?tx_news%5Bid%5D=3&q=a%7Bb%20c",
            "https://a.example/100% | https://a.example/100%25",
            "https://[::1]:8080/ | https://[::1]:8080/"
    })
    void urlsAreParsedAsBrowsersDo(String sent, String read) {
        assertThat(WebUrl.parse(sent)).hasToString("Optional[" + read + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "/a", "//a.example", "http:", "http://", "http:///a", "javascript:alert(1)",
            "java\nscript:x",
            "https:\\\\a.example", "https://a.example@b.example", "https://a b/", "data:text/html,x", "https:a.example",
            "http://?" })
    void urlsWithoutAHostAreRejected(String sent) {
        assertThat(WebUrl.parse(sent)).isEmpty();
    }

    private static JsonForm form(String json) {
        return JsonForm.parse(json(json));
    }

    private static byte[] json(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}
