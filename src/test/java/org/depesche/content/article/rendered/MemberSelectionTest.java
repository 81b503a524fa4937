package org.depesche.content.article.rendered;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class MemberSelectionTest {

    private static final String OBJECT = "{\"id\":\"a\",\"text\":\"} \\\" \\\\\",\"n\":1.5,\"ok\":true,"
            + "\"list\":[{\"id\":\"]\"},[]],"
            + "\"in\":{\"n\":{\"x\":\"ü,\\\"{\"}},\"last\":[]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "id|{\"id\":\"a\"}", "text|{\"text\":\"} \\\" \\\\\"}", "n|{\"n\":1.5}", "x|{}",
            "list|{\"list\":[{\"id\":\"]\"},[]]}", "in|{\"in\":{\"n\":{\"x\":\"ü,\\\"{\"}}}", "last|{\"last\":[]}" })
    void aMemberKeepsItsBytes(String member, String expected) {
        assertThat(retained(OBJECT, Set.of(member))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 5, 21, 42, 85, 127 })
    void theSelectionEqualsThatOfATree(int bits) throws Exception {
        var mapper = new ObjectMapper();
        var names = List.of("id", "text", "n", "ok", "list", "in", "last");
        var members = names.stream().filter(name -> (bits >> names.indexOf(name) & 1) == 1).toList();
        var tree = mapper.readValue(OBJECT, ObjectNode.class).retain(members);

        assertThat(retained(OBJECT, Set.copyOf(members))).isEqualTo(tree.toString());
    }

    private static String retained(String json, Set<String> members) {
        return new String(MemberSelection.retain(json.getBytes(StandardCharsets.UTF_8), members), StandardCharsets.UTF_8);
    }
}
