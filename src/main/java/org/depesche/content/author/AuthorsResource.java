package org.depesche.content.author;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.published.PublicTaxonomyReader.SharedParameters;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/authors")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Fresh(Freshness.TAXONOMY)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Authors", description = "Who wrote the articles")
class AuthorsResource {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;

    private final PublicAuthors authors;
    private final QueryParameters inputs;

    AuthorsResource(PublicAuthors authors, QueryParameters inputs) {
        this.authors = authors;
        this.inputs = inputs;
    }

    @GET
    @Operation(
            operationId = "listAuthors",
            summary = "List the authors in use, by name",
            description = "Those alone that published articles of the site use, in German order.")
    @APIResponse(
            responseCode = "200",
            description = "One page of authors",
            content = @Content(schema = @Schema(implementation = PublicAuthors.AuthorList.class)))
    public PublicAuthors.AuthorList list(@BeanParam AuthorParameters parameters) {
        return authors.list(parameters, inputs);
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getAuthor",
            summary = "Read one author",
            description = "A former slug is answered with a redirect to the present one.")
    @APIResponse(
            responseCode = "200",
            description = "The author",
            content = @Content(schema = @Schema(implementation = AuthorView.class)))
    public AuthorView one(
            @Parameter(description = "Slug or id of the author", example = "jule-petersen") @RestPath String ref,
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String crop) {
        return authors.one(ref, new SharedParameters(site, crop));
    }
}
