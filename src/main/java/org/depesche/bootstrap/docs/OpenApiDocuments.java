package org.depesche.bootstrap.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.bootstrap.openapi.DeliveryDocuments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The OpenAPI documents that the build has packaged, and those that are derived from it. Made on the first request. */
@ApplicationScoped
class OpenApiDocuments {

    private static final String PACKAGED = "META-INF/quarkus-generated-openapi-doc.";

    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    /** Returns a document in UTF-8. */
    byte[] read(Document document, Format format) {
        return made.computeIfAbsent(document + "." + format, key -> make(document, format));
    }

    private static byte[] make(Document document, Format format) {
        try {
            return document == Document.WHOLE ? packaged(format)
                    : format.mapper.writeValueAsBytes(document.derivation
                            .apply((ObjectNode) Format.JSON.mapper.readTree(packaged(Format.JSON))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packaged(Format format) throws IOException {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(PACKAGED + format)) {
            if (stream == null) {
                throw new IllegalStateException(PACKAGED + format + " is not in the package");
            }
            return stream.readAllBytes();
        }
    }

    /** What a document describes. */
    enum Document {
        /** All operations. */
        WHOLE(UnaryOperator.identity()),
        /** The public operations. */
        DELIVERY(DeliveryDocuments::delivery),
        /** All operations, with blocks by inheritance. */
        JVM(DeliveryDocuments::inherited),
        /** The public operations, with blocks by inheritance. */
        DELIVERY_JVM(whole -> DeliveryDocuments.inherited(DeliveryDocuments.delivery(whole)));

        private final UnaryOperator<ObjectNode> derivation;

        Document(UnaryOperator<ObjectNode> derivation) {
            this.derivation = derivation;
        }
    }

    /** The syntax of a document. */
    enum Format {
        YAML(DeliveryDocuments.yaml()),
        JSON(new JsonMapper());

        private final ObjectMapper mapper;

        Format(ObjectMapper mapper) {
            this.mapper = mapper;
        }
    }
}
