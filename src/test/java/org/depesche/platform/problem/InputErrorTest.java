package org.depesche.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputErrorTest {

    @ParameterizedTest
    @CsvSource({ "/name,is required.,`name` is required.", "/body/2/html,is required.,`/body/2/html` is required.",
            "'',must be an object.,The body must be an object.", "/site,There is no such site.,There is no such site." })
    void aPredicateGetsItsMemberAsSubject(String pointer, String detail, String sentence) {
        var problem = Problem.invalidBody(List.of(InputError.atPointer(pointer, detail)));

        assertThat(problem.errors()).extracting(InputError::detail).containsExactly(sentence);
        assertThat(problem.detail()).isEqualTo(sentence);
    }
}
