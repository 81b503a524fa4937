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

    public static void each(OpenAPI document, Consumer<PathOperation> visitor) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> visitor.accept(new PathOperation(path, method, operation))));
    }

    /** An operation with its path and method. */
    public record PathOperation(String path, PathItem.HttpMethod method, Operation operation) {

        public boolean isEditorial() {
            return path.startsWith("/v1/editorial");
        }

        public boolean isDelivery() {
            return (path.startsWith("/v1/") || isFeed() || isEmbed()) && !isEditorial();
        }

        /** Each GET of the API has an ETag, streams apart. */
        public boolean isConditionalRead() {
            return isRead() && (path.startsWith("/v1/") || isFeed() || isEmbed()) && !isStream();
        }

        boolean isFeed() {
            return path.startsWith("/feeds/");
        }

        private boolean isEmbed() {
            return path.startsWith("/embed/") || path.equals("/oembed");
        }

        public boolean isStream() {
            return RouteGroup.isStream(path);
        }

        public boolean isRead() {
            return method == PathItem.HttpMethod.GET;
        }
    }
}
