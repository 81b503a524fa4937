package org.depesche.bootstrap.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

import org.depesche.bootstrap.openapi.DerivedDocuments;
import org.depesche.platform.http.response.RenderedBody;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The OpenAPI document that the build has packaged, and its derived documents. Each is made on the first request for it. */
@ApplicationScoped
class OpenApiDocuments {

    private static final String PACKAGED = "META-INF/quarkus-generated-openapi-doc.";

    private final Map<String, RenderedBody> made = new ConcurrentHashMap<>();

    /** Returns a document in UTF-8. Compressing it takes longer than everything else, so its codings are kept. */
    RenderedBody read(Document document, Format format) {
        return made.computeIfAbsent(document + "." + format,
                key -> RenderedBody.ofFixed(format.mediaType, make(document, format)));
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

    /** The content of a document. */
    enum Document {
        /** All operations. */
        WHOLE(UnaryOperator.identity()),
        /** The public operations. */
        DELIVERY(DerivedDocuments::delivery),
        /** All operations, with blocks by inheritance. */
        JVM(DerivedDocuments::inherited),
        /** The public operations, with blocks by inheritance. */
        DELIVERY_JVM(whole -> DerivedDocuments.inherited(DerivedDocuments.delivery(whole)));

        private final UnaryOperator<ObjectNode> derivation;

        Document(UnaryOperator<ObjectNode> derivation) {
            this.derivation = derivation;
        }
    }

    /** The syntax of a document. */
    enum Format {
        YAML(DerivedDocuments.yaml(), "application/yaml;charset=UTF-8"),
        JSON(new JsonMapper(), MediaType.APPLICATION_JSON);

        private final ObjectMapper mapper;
        private final String mediaType;

        Format(ObjectMapper mapper, String mediaType) {
            this.mapper = mapper;
            this.mediaType = mediaType;
        }
    }
}
