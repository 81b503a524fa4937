package org.depesche.delivery.websub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The endpoint of the hub. It is no part of the API's document: subscribers know it from the standard and from feeds. */
@Path(WebSubHub.PATH)
@Produces(MediaType.TEXT_PLAIN)
@PermitAll
@Fresh(Freshness.NEVER)
class HubResource {

    private final Subscriptions subscriptions;
    private final WebSubHub hub;

    HubResource(Subscriptions subscriptions, WebSubHub hub) {
        this.subscriptions = subscriptions;
        this.hub = hub;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> request(byte[] body) {
        if (hub.address().isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "The hub is off.");
        }
        subscriptions.request(parameters(new String(body, StandardCharsets.UTF_8)));
        return RestResponse.ResponseBuilder.<String> create(202).entity("The callback is asked to confirm it.\n").build();
    }

    private static Map<String, String> parameters(String form) {
        var parameters = new HashMap<String, String>();
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemType.INVALID_BODY, "The body is no form (application/x-www-form-urlencoded).");
        }
    }
}
