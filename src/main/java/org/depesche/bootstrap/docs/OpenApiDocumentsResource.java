package org.depesche.bootstrap.docs;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.depesche.bootstrap.docs.OpenApiDocuments.Document;
import org.depesche.bootstrap.docs.OpenApiDocuments.Format;
import org.depesche.platform.http.CorsPolicy;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.RenderedBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Serves the OpenAPI documents: compressed, with an entity tag, and to pages of every origin. The route of the framework has
 * none of these; it is switched off.
 */
@Path("/q")
@Fresh(Freshness.STATIC_PAGE)
@PermitAll
@CollectsErrors
class OpenApiDocumentsResource {

    static final QueryParameter<Format> FORMAT = QueryParameter.oneOf("format", Format.values())
            .describe("The syntax; otherwise `Accept` decides.", "json");

    private static final String YAML = "application/yaml";

    private final OpenApiDocuments documents;
    private final QueryParameters parameters;

    OpenApiDocumentsResource(OpenApiDocuments documents, QueryParameters parameters) {
        this.documents = documents;
        this.parameters = parameters;
    }

    /** The whole document. A {@code format} wins over {@code Accept}; without both the document is YAML. */
    @GET
    @Path("/openapi")
    @Produces({ YAML, MediaType.APPLICATION_JSON })
    @Operation(hidden = true)
    public RestResponse<RenderedBody> negotiated(@RestQuery @Nullable String format, @Context HttpHeaders headers) {
        var preferred = headers.getAcceptableMediaTypes().get(0);
        var accepted = MediaType.APPLICATION_JSON_TYPE.equals(preferred) ? Format.JSON : Format.YAML;
        return answer(Document.WHOLE, parameters.read(FORMAT, format).orElse(accepted));
    }

    /** A document by its name and extension. */
    @GET
    @Path("/{document: openapi(/jvm|/delivery|/delivery-jvm)?}.{extension: yaml|yml|json}")
    @Produces({ YAML, MediaType.APPLICATION_JSON })
    @Operation(hidden = true)
    public RestResponse<RenderedBody> named(@PathParam("document") String document, @PathParam("extension") String extension) {
        var kind = switch (document) {
            case "openapi" -> Document.WHOLE;
            case "openapi/jvm" -> Document.JVM;
            case "openapi/delivery" -> Document.DELIVERY;
            default -> Document.DELIVERY_JVM;
        };
        return answer(kind, extension.equals("json") ? Format.JSON : Format.YAML);
    }

    private RestResponse<RenderedBody> answer(Document document, Format format) {
        var body = documents.read(document, format);
        var response = ResponseBuilder.ok(body, body.mediaType());
        CorsPolicy.PUBLIC_HEADERS.forEach(response::header);
        return response.build();
    }
}
