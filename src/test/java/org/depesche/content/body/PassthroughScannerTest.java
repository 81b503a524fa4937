package org.depesche.content.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassthroughScannerTest {

    @ParameterizedTest
    @ValueSource(strings = { "[]", "[{'type':'paragraph','html':'Ein Satz.'}]",
            "[{'type':'quote','html':'So \\\"ist\\\" es\\\\','pull':false},{'type':'question','html':'Wie bitte?'}]",
            "[{'type':'table','header':[],'rows':[[{'html':'München'}]]},{'type':'list','ordered':true,"
                    + "'items':[{'html':'a'}]}]",
            "[{'type':'heading','level':2,'html':'\\n','anchor':'a'},{'type':'file','title':'Plan','url':'https://a.de/b'}]" })
    void aBodyWithoutReferencesIsDeliveredUnchanged(String json) {
        assertThat(isDeliverable(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "[{'type':'paragraph','html':'\\ud83d\\ude00'}]", "[{'type':'paragraph','html':''}]",
            "[{'type':'paragraph','html':'a'},{'type':'image','image':{'id':'a'}}]", "[{'type':'gallery','images':[]}]",
            "[{'type':'box','body':[{'type':'paragraph','html':'a'}]}]", "[{'type':'articleLink','article':'a'}]",
            "[{'type':'embed','url':'https://a.de'}]", "[{'type':'media','kind':'video','url':'https://a.de'}]",
            "[{'type':'later','html':'a'}]", "[{'type':'paragraph','html':'type'},{'type':'image','image':{'id':'a'}}]",
            "[{'type':'paragraph','html':'a", "[{'type':'paragraph','html':'a\\" })
    void anyOtherBodyIsParsed(String json) {
        assertThat(isDeliverable(json)).isFalse();
    }

    private static boolean isDeliverable(String json) {
        return new PassthroughScanner(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).scan();
    }
}
