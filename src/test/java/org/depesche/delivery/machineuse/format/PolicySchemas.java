package org.depesche.delivery.machineuse.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.xml.sax.SAXException;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The shapes that the specifications of RSL and TDMRep state. */
public final class PolicySchemas {

    private static final Schema RSL = rsl();
    private static final JsonSchema TDM_POLICY = tdmPolicy();

    private PolicySchemas() {
    }

    /** Throws an exception that says what is wrong with an RSL document. */
    public static void requireRsl(byte[] document) throws SAXException, IOException {
        RSL.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
    }

    public static void assertIsTdmPolicy(JsonNode policy) {
        assertThat(TDM_POLICY.validate(policy)).as(policy.toString()).isEmpty();
    }

    private static Schema rsl() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(PolicySchemas.class.getResource("/machineuse/rsl-1.0.xsd"));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonSchema tdmPolicy() {
        try (var in = PolicySchemas.class.getResourceAsStream("/machineuse/tdm-policy.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
