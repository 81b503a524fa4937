package org.depesche.content.image.published;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.image.view.FullImageView;
import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/images")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Fresh(Freshness.IMAGE)
@Tag(name = "Images", description = "Pictures in use and what is known of them")
class ImagesResource {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;

    private final PublicImages images;
    private final QueryParameters inputs;

    ImagesResource(PublicImages images, QueryParameters inputs) {
        this.images = images;
        this.inputs = inputs;
    }

    @GET
    @Operation(
            operationId = "listImages",
            summary = "List the images in use, newest first",
            description = "Those alone that published articles of the site use, whole.")
    @APIResponse(
            responseCode = "200",
            description = "One page of images",
            content = @Content(schema = @Schema(implementation = PublicImages.ImageList.class)))
    public PublicImages.ImageList list(@BeanParam ImageParameters parameters) {
        return images.list(parameters, inputs);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getImage",
            summary = "Read one image",
            description = "All that may be known of it. What a single article says of it stands in that article.")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content = @Content(schema = @Schema(implementation = FullImageView.class)))
    public FullImageView one(
            @Parameter(description = "The image's id", example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestPath String id,
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String crop) {
        return images.one(id, site, crop, inputs);
    }
}
