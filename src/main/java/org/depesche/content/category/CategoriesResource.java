package org.depesche.content.category;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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

@Path("/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Fresh(Freshness.TAXONOMY)
@Tag(name = "Categories", description = "The sections of a site, as a tree in the desk's order")
class CategoriesResource {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;

    private final PublicCategories categories;
    private final QueryParameters inputs;

    CategoriesResource(PublicCategories categories, QueryParameters inputs) {
        this.categories = categories;
        this.inputs = inputs;
    }

    @GET
    @Operation(
            operationId = "listCategories",
            summary = "List the site's categories",
            description = "As a tree, or with `flat=true` as a list in which each names its parent. `include=latest` adds "
                    + "each one's newest articles: a section overview in one request.")
    @APIResponse(responseCode = "200", description = "All categories of the site",
            content = @Content(schema = @Schema(implementation = CategoryListView.class)))
    public CategoryListView list(@BeanParam CategoryParameters parameters) {
        return categories.list(parameters, inputs);
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getCategory",
            summary = "Read one category",
            description = "With its way from the top of the tree and what is below it. A former slug is answered with a "
                    + "redirect to the present one.")
    @APIResponse(
            responseCode = "200",
            description = "The category",
            content = @Content(schema = @Schema(implementation = CategoryView.class)))
    public CategoryView one(
            @Parameter(description = "Slug or id of the category", example = "politik") @RestPath String ref,
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String crop) {
        return categories.one(ref, site, crop, inputs);
    }
}
