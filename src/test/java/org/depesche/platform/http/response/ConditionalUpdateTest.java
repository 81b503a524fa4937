package org.depesche.platform.http.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;
import org.depesche.platform.problem.InputError;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ConditionalUpdateTest {

    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.of("id", "state");

    private final ObjectNode current = JsonNodeFactory.instance.objectNode().put("id", 7).put("state", "draft")
            .put("name", "Sport").put("position", 3);

    @Test
    void aPutClearsWhatItLeavesOut() {
        var form = put("{\"name\": \"Politik\"}").form(current, READ_ONLY);

        assertThat(form.text("name", 20)).contains("Politik");
        assertThat(form.has("position")).isFalse();
    }

    @Test
    void aPatchKeepsWhatItLeavesOutAndClearsNull() {
        var form = patch("{\"name\": null}").form(current, READ_ONLY);

        assertThat(form.has("name")).isFalse();
        assertThat(form.number("position", 0, 9)).hasValue(3);
    }

    @Test
    void aClientMaySendBackWhatItRead() {
        var form = put(current.toString()).form(current, READ_ONLY);

        assertThat(form.has("name") && form.has("position")).isTrue();
        assertThat(form.errors()).isEmpty();
    }

    @Test
    void aChangedReadOnlyMemberIsAnError() {
        var form = patch("{\"id\": 8, \"state\": \"draft\"}").form(current, READ_ONLY.withMessage("id", "`id` never changes."));
        form.ignoreRest();

        assertThat(form.errors()).extracting(InputError::pointer, InputError::detail)
                .containsExactly(tuple("/id", "`id` never changes."));
    }

    @Test
    void aReadOnlyMemberOfNullIsReadAsAbsent() {
        var form = put("{\"id\": null, \"name\": \"Politik\"}").form(current, READ_ONLY);
        form.text("name", 20);

        assertThat(form.errors()).isEmpty();
    }

    @Test
    void aPatchOfAnUnknownMemberIsAnErrorEvenWhenItIsNull() {
        var form = patch("{\"nmae\": null}").form(current, READ_ONLY);
        form.text("name", 20);
        form.number("position", 0, 9);

        assertThat(form.errors()).extracting(InputError::pointer).containsExactly("/nmae");
    }

    private static ConditionalUpdate put(String body) {
        return ConditionalUpdate.put("*", JsonForm.parse(body.getBytes(UTF_8)));
    }

    private static ConditionalUpdate patch(String body) {
        return ConditionalUpdate.patch("*", JsonForm.parse(body.getBytes(UTF_8)));
    }
}
