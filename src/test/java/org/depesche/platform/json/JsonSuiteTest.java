package org.depesche.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parses the cases of JSONTestSuite: valid JSON is accepted, invalid JSON is rejected, and no other failure occurs. */
@Timeout(30)
class JsonSuiteTest {

    /** RFC 8259 permits duplicate names. They are rejected here, because one of the two values would be lost silently. */
    private static final Set<String> REFUSED_ON_PURPOSE = Set.of("y_object_duplicated_key.json",
            "y_object_duplicated_key_and_value.json");

    @Test
    void everyCaseIsAcceptedOrRejectedAsTheSuiteSays() {
        var cases = SharedMaterial.archive("data/security/jsontestsuite-half0.tar.gz");

        assertThat(cases).hasSizeGreaterThan(100);
        assertThat(unexpected(cases)).isEmpty();
    }

    private static Stream<String> unexpected(Map<String, byte[]> cases) {
        return cases.entrySet().stream().filter(entry -> {
            var name = entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1);
            var read = isRead(entry.getValue());
            return name.startsWith("y_") && read == REFUSED_ON_PURPOSE.contains(name) || name.startsWith("n_") && read;
        }).map(Map.Entry::getKey);
    }

    /** Most cases are lists, so each case is parsed as it is and as a member of an object. */
    private static boolean isRead(byte[] body) {
        var wrapped = ("{\"a\":" + new String(body, StandardCharsets.ISO_8859_1) + "}").getBytes(StandardCharsets.ISO_8859_1);
        return isJson(body) && isJson(wrapped);
    }

    private static boolean isJson(byte[] body) {
        try {
            JsonForm.parse(body).errors();
            return true;
        } catch (Problem problem) {
            return problem.type() != ProblemType.MALFORMED_BODY;
        }
    }
}
