package org.depesche.delivery.webhook;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.delivery.webhook.WebhookView.DeliveryView;
import org.depesche.delivery.webhook.WebhookView.WithSecret;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Roles;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.idempotency.Idempotent;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ListElements;
import org.depesche.platform.json.WebUrl;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.ProblemDocument;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The endpoints of webhooks. */
@Path("/v1/editorial/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Fresh(Freshness.NEVER)
@Tag(name = "Webhooks")
@APIResponse(
        responseCode = "401",
        description = "No valid key",
        content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
@APIResponse(
        responseCode = "403",
        description = "The key is valid, but no admin's",
        content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(implementation = ProblemDocument.class)))
class WebhooksResource {

    private static final String ID = "The webhook's id";
    private static final String ID_EXAMPLE = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11";
    private static final String NUMBER = "The delivery's number";

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final AbsoluteUrls urls;
    private final PageLinks pages;
    private final QueryParameters queryParameters;

    WebhooksResource(Webhooks webhooks, WebhookDeliveries deliveries, AbsoluteUrls urls, PageLinks pages,
            QueryParameters queryParameters) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.urls = urls;
        this.pages = pages;
        this.queryParameters = queryParameters;
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List all webhooks, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page of webhooks",
            content = @Content(schema = @Schema(implementation = WebhookList.class)))
    public WebhookList list(@BeanParam WebhooksQuery parameters) {
        var query = parameters.page(queryParameters);
        var isCounted = parameters.isCounted(queryParameters);
        queryParameters.verify();
        var slice = webhooks.page(query);
        return new WebhookList(slice.rows(), pages.pageWithTotal(slice, isCounted, webhooks::count));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhook",
            summary = "Read one webhook",
            description = "All but its secret, which was shown when it was made.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView find(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        return webhooks.find(parseId(id));
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List the attempts to deliver messages, newest first")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "One page of attempts",
            content = @Content(schema = @Schema(implementation = DeliveryList.class)))
    public DeliveryList deliveries(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id,
            @BeanParam DeliveriesQuery parameters) {
        var query = parameters.page(queryParameters, id);
        queryParameters.verify();
        var slice = deliveries.page(parseId(id), query);
        return new DeliveryList(slice.rows(), pages.page(slice));
    }

    @POST
    @Idempotent(secret = true)
    @CollectsErrors
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WebhookForm.class)))
    @Operation(
            operationId = "createWebhook",
            summary = "Make a webhook",
            description = "It gets what happens from now on. The answer shows the secret this once.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, with its secret",
            content = @Content(schema = @Schema(implementation = WithSecret.class)))
    public RestResponse<WithSecret> create(byte[] body) {
        var created = webhooks.create(JsonForm.parse(body, queryParameters.takeErrors()));
        return RestResponse.ResponseBuilder.<WithSecret> created(urls.of("/v1/editorial/webhooks/" + created.known().id()))
                .entity(created).build();
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description = "For a day by default, messages carry a second signature by the secret before. Further rotations "
                    + "within that time add signatures; by default the nine newest former secrets sign, and older ones end at "
                    + "once.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook, with its new secret",
            content = @Content(schema = @Schema(implementation = WithSecret.class)))
    public WithSecret rotateSecret(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        return webhooks.rotateSecret(parseId(id));
    }

    @POST
    @Path("/{id}/ping")
    @Operation(
            operationId = "pingWebhook",
            summary = "Send a message of the type ping now")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "What the receiver answered",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView ping(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id)
            throws InterruptedException {
        return deliveries.ping(parseId(id));
    }

    @POST
    @Path("/{id}/enable")
    @Operation(
            operationId = "enableWebhook",
            summary = "Serve a webhook again that was disabled or is waiting",
            description = "It goes on with the first change that it lacks.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView enable(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        return webhooks.enable(parseId(id));
    }

    @POST
    @Path("/{id}/deliveries/{number}/redeliver")
    @Operation(
            operationId = "redeliverWebhookMessage",
            summary = "Send the message of a delivery again",
            description = "At once and out of order, under its former `webhook-id`.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "What the receiver answered",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView redeliver(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id,
            @Parameter(description = NUMBER, example = "17") @RestPath String number) throws InterruptedException {
        return deliveries.redeliver(parseId(id), parseNumber(number));
    }

    @PATCH
    @Path("/{id}")
    @CollectsErrors
    @Consumes({ "application/merge-patch+json", MediaType.APPLICATION_JSON })
    @RequestBody(required = true, content = {
            @Content(mediaType = "application/merge-patch+json", schema = @Schema(implementation = WebhookPatch.class)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WebhookPatch.class)) })
    @Operation(
            operationId = "patchWebhook",
            summary = "Change a webhook",
            description = "A merge patch (RFC 7396): what is left out stays, null clears.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook as it is now",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView patch(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id, byte[] body) {
        return webhooks.patch(parseId(id), JsonForm.parse(body, queryParameters.takeErrors()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Remove a webhook and its log")
    @APIResponse(
            responseCode = "404",
            description = "There is no such webhook",
            content = @Content(
                    mediaType = ProblemDocument.MEDIA_TYPE,
                    schema = @Schema(implementation = ProblemDocument.class)))
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@Parameter(description = ID, example = ID_EXAMPLE) @RestPath String id) {
        webhooks.delete(parseId(id));
    }

    private static UUID parseId(String id) {
        return Uuid7.parse(id).orElseThrow(Webhooks.WebhookNotFound::new);
    }

    private static long parseNumber(String number) {
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    @Schema(name = "WebhookPatch", description = "What changes on a webhook")
    record WebhookPatch(
            @Schema(maxLength = WebUrl.MAX_LENGTH, description = "Where to post") @Nullable URI url,
            @Schema(maxLength = WebhookForm.MAX_DESCRIPTION, description = "What it is for") @Nullable String description,
            @Schema(
                    maxItems = WebhookForm.MAX_FILTERS,
                    extensions = @Extension(name = ListElements.TEXT_LENGTH, value = "" + WebhookForm.MAX_WORD),
                    description = "Types of change entries; empty: all") @Nullable List<String> events,
            @Schema(
                    maxItems = WebhookForm.MAX_FILTERS,
                    description = "Ids of categories; empty: all") @Nullable List<UUID> categories,
            @Schema(
                    maxItems = WebhookForm.MAX_FILTERS,
                    extensions = @Extension(name = ListElements.TEXT_LENGTH, value = "" + WebhookForm.MAX_WORD),
                    description = "Slugs of sites; empty: all") @Nullable List<String> sites) {
    }

    @Schema(name = "WebhookList", description = "Webhooks, newest first")
    record WebhookList(@Schema(required = true) List<WebhookView> items, @Schema(required = true) Page page) {

        WebhookList {
            items = List.copyOf(items);
        }
    }

    @Schema(name = "WebhookDeliveryList", description = "Attempts, newest first")
    record DeliveryList(@Schema(required = true) List<DeliveryView> items, @Schema(required = true) Page page) {

        DeliveryList {
            items = List.copyOf(items);
        }
    }
}
