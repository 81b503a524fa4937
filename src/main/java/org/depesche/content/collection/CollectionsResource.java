package org.depesche.content.collection;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The public endpoints of collections. */
@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Fresh(Freshness.LIST)
@Tag(name = "Collections")
@CollectsErrors
class CollectionsResource {

    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;

    private final PublicCollections collections;

    CollectionsResource(PublicCollections collections) {
        this.collections = collections;
    }

    @GET
    @Operation(
            operationId = "listCollections",
            summary = "List the site's collections, by name",
            description = "Front page, dossiers, series: what the desk fills by hand.")
    @APIResponse(
            responseCode = "200",
            description = "One page of collections",
            content = @Content(schema = @Schema(implementation = PublicCollections.CollectionList.class)))
    public PublicCollections.CollectionList list(@BeanParam CollectionParameters parameters,
            @RestQuery @Nullable String crop) {
        return collections.list(parameters, crop);
    }

    @GET
    @Path("/{slug}")
    @Operation(
            operationId = "getCollection",
            summary = "Read one collection with its articles",
            description = "In the desk's order, those alone that are public on the site. A former slug is answered with a "
                    + "redirect to the present one. Pages go on after the article they ended with, also when the desk moved "
                    + "it.")
    @APIResponse(
            responseCode = "200",
            description = "The collection with a page of its articles",
            content = @Content(schema = @Schema(implementation = PublicCollections.CollectionWithArticles.class)))
    public PublicCollections.CollectionWithArticles find(
            @Parameter(description = "Slug or id of the collection", example = "front-page") @RestPath String slug,
            @BeanParam CollectionArticlesParameters parameters) {
        return collections.find(slug, parameters);
    }
}
