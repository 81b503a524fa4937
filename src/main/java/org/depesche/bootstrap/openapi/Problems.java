package org.depesche.bootstrap.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

import org.depesche.bootstrap.openapi.Operations.Described;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Gives every operation the problems it can answer with, each with the problem schema. */
final class Problems {

    private static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {
    }

    static void apply(OpenAPI document) {
        Operations.each(document, described -> {
            var responses = described.operation().getResponses();
            possible(described).forEach((status, description) -> {
                var present = responses.getAPIResponse(status);
                if (present == null || present.getContent() == null) {
                    responses.addAPIResponse(status, problem(described(present, description)));
                }
            });
        });
    }

    /** What an endpoint says itself is better than what is said of all; what the framework says is not. */
    private static String described(@Nullable APIResponse present, String otherwise) {
        var said = present == null ? null : present.getDescription();
        return said == null || said.startsWith("Not A") || said.equals("Bad Request") ? otherwise : said;
    }

    private static Map<String, String> possible(Described operation) {
        var possible = new LinkedHashMap<String, String>();
        possible.put("400", "Wrong parameters, headers or body; `errors` names every mistake");
        if (operation.isEditorial()) {
            possible.put("401", "No valid key");
            possible.put("403", "The key's role is too small");
        }
        if (operation.names()) {
            possible.put("404", "Nothing is at this address");
        }
        if (operation.isRead()) {
            possible.put("406", "`Accept` rules out every form");
        }
        if (operation.hasBody()) {
            possible.put("413", "The body is too large");
            possible.put("415", "The body's type is not one this address reads");
        }
        if (operation.needsMatch()) {
            possible.put("412", "Changed meanwhile; `ETag` is the present version");
            possible.put("428", "`If-Match` is missing");
        }
        possible.put("500", "The fault is ours; `traceId` finds it in the logs");
        possible.put("503", "Not available now; `Retry-After` says when to try again");
        return possible;
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(MEDIA_TYPE, OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
