package org.depesche.bootstrap.openapi.schema;

import java.util.function.Consumer;

import org.depesche.platform.http.RouteGroup;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Iterates over the operations of a document. */
public final class Operations {

    private Operations() {
    }

    static void each(OpenAPI document, Consumer<PathOperation> visitor) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> visitor.accept(new PathOperation(path, method, operation))));
    }

    /** An operation with its path and method. */
    record PathOperation(String path, PathItem.HttpMethod method, Operation operation) {

        boolean isEditorial() {
            return path.startsWith("/v1/editorial");
        }

        boolean isDelivery() {
            return (path.startsWith("/v1/") || isFeed() || isEmbed()) && !isEditorial();
        }

        /** Each GET of the API has an ETag, streams apart. */
        boolean isConditionalRead() {
            return isRead() && (path.startsWith("/v1/") || isFeed() || isEmbed()) && !isStream();
        }

        boolean isFeed() {
            return path.startsWith("/feeds/");
        }

        private boolean isEmbed() {
            return path.startsWith("/embed/") || path.equals("/oembed");
        }

        boolean isStream() {
            return RouteGroup.isStream(path);
        }

        boolean isRead() {
            return method == PathItem.HttpMethod.GET;
        }
    }
}
