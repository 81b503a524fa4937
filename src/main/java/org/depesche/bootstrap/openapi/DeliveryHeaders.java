package org.depesche.bootstrap.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.depesche.bootstrap.openapi.schema.Operations;
import org.depesche.bootstrap.openapi.schema.Operations.PathOperation;
import org.depesche.bootstrap.openapi.schema.WithdrawnProblemSchema;
import org.depesche.platform.http.MinSequenceFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds the headers of every delivery response, and the responses to conditional requests. */
final class DeliveryHeaders {

    private static final Map<String, String> DELIVERY = delivery();

    /** The parameters that select a page. */
    private static final Set<String> PAGE_PARAMETERS = Set.of("cursor", "since");

    private DeliveryHeaders() {
    }

    static void apply(OpenAPI document, PurgeableOperations purgeable) {
        Operations.each(document, described -> {
            if (described.isRead() && !described.isStream() && isPaged(described.operation())) {
                addLinkHeader(described.operation());
            }
            if (described.isDelivery() && described.isRead()) {
                addHeaders(described, purgeable);
            }
            if (!described.isEditorial()) {
                // without a key, or with a key of any role
                described.operation().setSecurity(List.of(OASFactory.createSecurityRequirement(),
                        OASFactory.createSecurityRequirement().addScheme("Bearer")));
            }
        });
    }

    private static void addHeaders(PathOperation described, PurgeableOperations purgeable) {
        described.operation().addParameter(minSequenceParameter("minSequence", Parameter.In.QUERY, number(), 42,
                "Answer only from this position in the change log on, the `Depesche-Sequence` of a write; 503 with "
                        + "`Retry-After` while this node is not so far."))
                .addParameter(minSequenceParameter(MinSequenceFilter.HEADER, Parameter.In.HEADER, digits(), "42",
                        "The same as `minSequence`"));
        var responses = described.operation().getResponses();
        var found = responses.getAPIResponse("200");
        if (found != null) {
            DELIVERY.forEach((name, description) -> found.addHeader(name, header(description)));
            if (!purgeable.contains(described.operation())) {
                found.removeHeader("Surrogate-Key");
            }
        }
        if (described.path().startsWith("/v1/articles/{")) {
            responses.addAPIResponse("410", WithdrawnProblemSchema.response());
        }
    }

    private static boolean isPaged(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(PAGE_PARAMETERS::contains);
    }

    private static void addLinkHeader(Operation operation) {
        var found = operation.getResponses().getAPIResponse("200");
        if (found != null) {
            found.addHeader("Link",
                    header("The pages after and before (`rel=\"next\"`, `rel=\"prev\"`), as in `page`; absent where "
                            + "there is neither"));
        }
    }

    private static Parameter minSequenceParameter(String name, Parameter.In in, Schema schema, Object example,
            String description) {
        return OASFactory.createParameter().name(name).in(in).description(description).example(example).schema(schema);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int64").minimum(BigDecimal.ZERO);
    }

    /** Many generators accept texts alone as headers. */
    private static Schema digits() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).pattern(MinSequenceFilter.NUMBER);
    }

    private static Map<String, String> delivery() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", "How long caches may keep this");
        headers.put("Surrogate-Key", "What this was made of, for purging (`Cache-Tag` where so configured): tags as in the "
                + "`cacheTags` of a change, between spaces. `article:{id}`, `list:all`, `list:category:{id}`, `list:tag:{id}`, "
                + "`list:author:{id}`, `list:month:{month}`, `list:lead-image`, `collection:{id}`, `image:{id}`, "
                + "`related:category:{id}`; for what is shown by name "
                + "`category:{id}`, `tag:{id}`, `author:{id}`, `site:{id}`; for whole lists of those `categories`, `tags`, "
                + "`authors`, `collections`, `images`, `sites`; and when there are too many, `{kind}:all`. More may come");
        headers.put("Depesche-Sequence", "The position in the change log this was made from");
        return headers;
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
