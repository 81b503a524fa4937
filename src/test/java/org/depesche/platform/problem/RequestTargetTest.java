package org.depesche.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/v1/articles", "/v1/articles?tag=a,b&q=%C3%B6l", "//v1/articles", "http://host/v1/articles",
            "/ä", "/%00", "/a;b=c", "/a?b=c#d", "/..%2f..", "/?", "/%F0%9F%97%9E", "/🗞" })
    void aUriInUtf8IsAccepted(String target) {
        assertThat(RequestTarget.isValid(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?", "*", "nothing", "/%", "/%4", "/%zz", "/a?%zz", "/a?b=%", "/%FF", "/a?b=%C3", "/%C0%80",
            "/%ED%A0%80", "/a b", "/<script>", "/a|b", "/{a}", "/a\\b", "/a^b", "/a\"b", "http://host", "mailto:a@b",
            "/%+1", "/\u0001" })
    void anythingElseIsRejected(String target) {
        assertThat(RequestTarget.isValid(target)).isFalse();
    }
}
