package org.depesche.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class MergePatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Document, patch and result: the examples of RFC 7396, appendix A, whose patch is an object. */
    private static final List<List<String>> EXAMPLES = List.of(
            List.of("{'a':'b'}", "{'a':'c'}", "{'a':'c'}"),
            List.of("{'a':'b'}", "{'b':'c'}", "{'a':'b','b':'c'}"),
            List.of("{'a':'b'}", "{'a':null}", "{}"),
            List.of("{'a':'b','b':'c'}", "{'a':null}", "{'b':'c'}"),
            List.of("{'a':['b']}", "{'a':'c'}", "{'a':'c'}"),
            List.of("{'a':'c'}", "{'a':['b']}", "{'a':['b']}"),
            List.of("{'a':{'b':'c'}}", "{'a':{'b':'d','c':null}}", "{'a':{'b':'d'}}"),
            List.of("{'a':[{'b':'c'}]}", "{'a':[1]}", "{'a':[1]}"),
            List.of("{'e':null}", "{'a':1}", "{'e':null,'a':1}"),
            List.of("{}", "{'a':{'bb':{'ccc':null}}}", "{'a':{'bb':{}}}"));

    @Test
    void theExamplesOfTheRfcHold() throws JsonProcessingException {
        for (var example : EXAMPLES) {
            var document = object(example.get(0));

            assertThat(MergePatch.apply(document, object(example.get(1)))).isEqualTo(object(example.get(2)));
            assertThat(document).as("the document itself").isEqualTo(object(example.get(0)));
        }
    }

    private static ObjectNode object(String json) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }
}
