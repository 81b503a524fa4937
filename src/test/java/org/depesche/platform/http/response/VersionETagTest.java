package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionETagTest {

    private final VersionETag existing = VersionETag.of("a-7");
    private final VersionETag missing = VersionETag.none();

    @Test
    void theTagIsStrong() {
        assertThat(existing.header()).isEqualTo("\"a-7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"a-7\"", "*", " * ", "\"x\", \"a-7\"", "\"x\",\"a-7\"", "\"a,b\", \"a-7\"", "\"a-7-gz\"",
            "\"a-7-br\"",
            "W/\"x\", \"a-7\"" })
    void theCurrentVersionMayBeChanged(String ifMatch) {
        assertThatCode(() -> existing.checkChange(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"a-6\"", "W/\"a-7\"", "a-7", "\"a-7", "\"A-7\"", "\"\"", "\"x, \"a-7\"", "garbage", ",",
            "\"a-7-deflate\"" })
    void anotherVersionIsStaleAndTheCurrentOneIsReturned(String ifMatch) {
        var problem = refusal(() -> existing.checkChange(ifMatch));

        assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(problem.headers()).containsEntry("ETag", "\"a-7\"");
    }

    @Test
    void aChangeWithoutIfMatchIsRejected() {
        assertThat(refusal(() -> existing.checkChange(null)).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(refusal(() -> existing.checkChange(" ")).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(put(existing, null, null)).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @Test
    void aPutThatCreatesNeedsNoConditionAndAcceptsIfNoneMatch() {
        assertThatCode(() -> missing.checkPut(null, null)).doesNotThrowAnyException();
        assertThatCode(() -> missing.checkPut(null, "*")).doesNotThrowAnyException();
    }

    @Test
    void aPutWithIfNoneMatchDoesNotReplace() {
        assertThat(put(existing, null, "*")).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(put(existing, "\"a-7\"", "*")).isEqualTo(ProblemType.PRECONDITION_FAILED);
    }

    @Test
    void aPutWithIfMatchDoesNotCreate() {
        assertThat(put(missing, "\"a-7\"", null)).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(put(missing, "*", null)).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(refusal(() -> missing.checkPut("*", null)).headers()).doesNotContainKey("ETag");
    }

    @Test
    void aVersionWithForbiddenCharactersIsAnInternalError() {
        assertThatThrownBy(() -> VersionETag.of("a\"b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VersionETag.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProblemType put(VersionETag tag, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return refusal(() -> tag.checkPut(ifMatch, ifNoneMatch)).type();
    }

    private static Problem refusal(ThrowingCallable check) {
        return catchThrowableOfType(Problem.class, check);
    }
}
