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

    private final VersionETag present = VersionETag.of("a-7");
    private final VersionETag nothing = VersionETag.none();

    @Test
    void theTagIsStrong() {
        assertThat(present.header()).isEqualTo("\"a-7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"a-7\"", "*", " * ", "\"x\", \"a-7\"", "\"x\",\"a-7\"", "\"a,b\", \"a-7\"", "\"a-7-gz\"",
            "\"a-7-br\"",
            "W/\"x\", \"a-7\"" })
    void whoNamesThePresentVersionMayChangeIt(String ifMatch) {
        assertThatCode(() -> present.checkChange(ifMatch)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"a-6\"", "W/\"a-7\"", "a-7", "\"a-7", "\"A-7\"", "\"\"", "\"x, \"a-7\"", "garbage", ",",
            "\"a-7-deflate\"" })
    void anyOtherVersionIsStaleAndThePresentOneIsTold(String ifMatch) {
        var problem = refusal(() -> present.checkChange(ifMatch));

        assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(problem.headers()).containsEntry("ETag", "\"a-7\"");
    }

    @Test
    void changingUnseenIsRefused() {
        assertThat(refusal(() -> present.checkChange(null)).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(refusal(() -> present.checkChange(" ")).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
        assertThat(put(present, null, null)).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @Test
    void aPutThatCreatesNeedsNoConditionAndTakesIfNoneMatch() {
        assertThatCode(() -> nothing.checkPut(null, null)).doesNotThrowAnyException();
        assertThatCode(() -> nothing.checkPut(null, "*")).doesNotThrowAnyException();
    }

    @Test
    void aPutThatWantsToCreateDoesNotReplace() {
        assertThat(put(present, null, "*")).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(put(present, "\"a-7\"", "*")).isEqualTo(ProblemType.PRECONDITION_FAILED);
    }

    @Test
    void aPutThatWantsToReplaceDoesNotCreate() {
        assertThat(put(nothing, "\"a-7\"", null)).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(put(nothing, "*", null)).isEqualTo(ProblemType.PRECONDITION_FAILED);
        assertThat(refusal(() -> nothing.checkPut("*", null)).headers()).doesNotContainKey("ETag");
    }

    @Test
    void aVersionThatNoTagCanHoldIsAMistakeOfOurs() {
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
