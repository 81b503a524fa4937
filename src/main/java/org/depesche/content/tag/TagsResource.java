package org.depesche.content.tag;

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

@Path("/v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Fresh(Freshness.TAXONOMY)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags", description = "What articles are about")
class TagsResource {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;

    private final PublicTags tags;
    private final QueryParameters inputs;

    TagsResource(PublicTags tags, QueryParameters inputs) {
        this.tags = tags;
        this.inputs = inputs;
    }

    @GET
    @Operation(
            operationId = "listTags",
            summary = "List the tags in use, by name",
            description = "Those alone that published articles of the site use, in German order.")
    @APIResponse(
            responseCode = "200",
            description = "One page of tags",
            content = @Content(schema = @Schema(implementation = PublicTags.TagList.class)))
    public PublicTags.TagList list(@BeanParam TagParameters parameters) {
        return tags.list(parameters, inputs);
    }

    @GET
    @Path("/{ref}")
    @Operation(
            operationId = "getTag",
            summary = "Read one tag",
            description = "A former slug is answered with a redirect to the present one.")
    @APIResponse(
            responseCode = "200",
            description = "The tag",
            content = @Content(schema = @Schema(implementation = TagView.class)))
    public TagView one(
            @Parameter(description = "Slug or id of the tag", example = "muensterplatz") @RestPath String ref,
            @RestQuery @Nullable String site,
            @RestQuery @Nullable String crop) {
        return tags.one(ref, new SharedParameters(site, crop));
    }
}
