package org.depesche.delivery.machineuse.format;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.RslTerms;
import org.depesche.content.machineuse.UsePermission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

class RslWriterTest {

    private static final List<@Nullable UsePermission> EACH = Arrays.asList(null, UsePermission.ALLOWED, UsePermission.REFUSED,
            UsePermission.LICENCE);

    @Test
    void everyPolicyHasTheShapeOfTheSpecification() {
        for (var search : EACH) {
            for (var input : EACH) {
                for (var training : EACH) {
                    isValid(new MachineUse(search, input, training, null, URI.create("https://www.example.org/lizenz?a=1&b=2"),
                            "lizenzen@example.org"));
                    isValid(new MachineUse(search, input, training, null, null, "https://www.example.org/kontakt"));
                    isValid(new MachineUse(search, input, training, null, null, null));
                }
            }
        }
    }

    private static void isValid(MachineUse policy) {
        var document = RslWriter.document();
        RslWriter.to(document).content("/politik/*", policy, "Müller & <Söhne>").content("/", policy, "\u0001\"]]>");
        if (!RslTerms.of(policy).isEmpty()) {
            assertThatCode(() -> PolicySchemas.requireRsl(document.toBytes())).as(policy.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({ "search,search", "search ai-input,search ai-input ai-train" })
    void theSchemaTakesListsInTheFormOfTheSpecification(String permitted, String prohibited) {
        assertThatCode(() -> PolicySchemas.requireRsl(document(permitted, prohibited))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({ "'search,ai-train',search", "'',search", "train-ai,search", "search,mining" })
    void theSchemaRefusesOthers(String permitted, String prohibited) {
        assertThatThrownBy(() -> PolicySchemas.requireRsl(document(permitted, prohibited))).isInstanceOf(SAXException.class);
    }

    private static byte[] document(String permitted, String prohibited) {
        return """
                <rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>
                <permits type="usage">%s</permits><prohibits type="usage">%s</prohibits>
                </license></content></rsl>""".formatted(permitted, prohibited).getBytes(StandardCharsets.UTF_8);
    }
}
