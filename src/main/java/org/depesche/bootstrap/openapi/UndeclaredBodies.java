package org.depesche.bootstrap.openapi;

import java.util.Objects;
import java.util.stream.Stream;

import org.depesche.bootstrap.openapi.schema.Operations;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Removes bodies that the scanner infers from a parameter of bytes. An endpoint without {@code @RequestBody} reads the
 * bytes only to reject members.
 */
final class UndeclaredBodies {

    private UndeclaredBodies() {
    }

    static void remove(OpenAPI document) {
        Operations.each(document, described -> {
            var body = described.operation().getRequestBody();
            if (body != null && schemas(body).allMatch(UndeclaredBodies::isBinary) && body.getContent().hasMediaType("*/*")) {
                described.operation().setRequestBody(null);
            }
        });
    }

    private static Stream<Schema> schemas(RequestBody body) {
        return body.getContent().getMediaTypes().values().stream().map(MediaType::getSchema).filter(Objects::nonNull);
    }

    private static boolean isBinary(Schema schema) {
        return "binary".equals(schema.getFormat());
    }
}
