package org.depesche.delivery.feed;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.delivery.feed.format.FeedFormat;
import org.depesche.delivery.feed.request.FeedParameters;
import org.depesche.delivery.feed.request.FeedRequest;
import org.depesche.delivery.feed.request.NinjsParameters;
import org.depesche.delivery.feed.request.UndatedFeedParameters;
import org.depesche.delivery.search.DatedSearch;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.request.CollectsErrors;
import org.depesche.platform.http.request.QueryParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The endpoints of feeds. The path names the format, whatever {@code Accept} says: readers are careless with it. */
@Path("/feeds")
@Produces("*/*")
@PermitAll
@Fresh(Freshness.FEED)
@Tag(name = "Feeds")
@CollectsErrors
class FeedsResource {

    private static final String FORMAT = ".{format:json|rss|atom}";
    private static final String REF = "{ref:[^/.]+}";
    private static final String FORMAT_TEXT = "`json` (JSON Feed 1.1), `rss` (RSS 2.0) or `atom` (Atom 1.0)";

    static final QueryParameter<String> Q = DatedSearch.Q.describe("What to look for, as in the search.",
            "Digitalministerkonferenz");

    private final Feeds feeds;
    private final OrderedFeeds orderedFeeds;
    private final NinjsFeed ninjsFeed;
    private final FeedResponses responses;

    FeedsResource(Feeds feeds, OrderedFeeds orderedFeeds, NinjsFeed ninjsFeed, FeedResponses responses) {
        this.feeds = feeds;
        this.orderedFeeds = orderedFeeds;
        this.ninjsFeed = ninjsFeed;
        this.responses = responses;
    }

    @GET
    @Path("/articles" + FORMAT)
    @Operation(
            operationId = "getArticleFeed",
            summary = "Subscribe to the newest articles",
            description = "Takes the article list's filters. The newest 50, or all of two days if these are more; "
                    + "links lead to "
                    + "archives by month.")
    @FeedContents
    public RestResponse<byte[]> articles(@Parameter(description = FORMAT_TEXT, example = "rss") @RestPath String format,
            @BeanParam ArticleFilterParameters filters, @BeanParam FeedParameters parameters) {
        var request = FeedRequest.of(format, filters, parameters);
        return responses.of(request.format(), feeds.articles(request));
    }

    @GET
    @Path("/articles.ninjs.json")
    @Produces("application/json")
    @Operation(
            operationId = "getArticlesNinjs",
            summary = "Read the newest articles as agencies send them",
            description = "One composite item of ninjs 3.1 whose associations are the articles. `Link` leads to older ones.")
    @APIResponse(responseCode = "200", description = "The items",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] ninjs(@BeanParam ArticleFilterParameters filters, @BeanParam NinjsParameters parameters) {
        return ninjsFeed.articles(new FeedRequest(FeedFormat.JSON, filters, parameters.withoutLeadImage())).toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @GET
    @Path("/categories/" + REF + FORMAT)
    @Operation(
            operationId = "getCategoryFeed",
            summary = "Subscribe to the articles of a category",
            description = "With those of its descendants. A former slug redirects to the present one, in the same format.")
    @FeedContents
    public RestResponse<byte[]> category(
            @Parameter(description = "Slug or id of a category.", example = "politik") @RestPath String ref,
            @Parameter(description = FORMAT_TEXT, example = "rss") @RestPath String format,
            @BeanParam ArticleFilterParameters filters, @BeanParam FeedParameters parameters) {
        var request = FeedRequest.of(format, filters, parameters);
        return responses.of(request.format(), feeds.category(ref, request));
    }

    @GET
    @Path("/tags/" + REF + FORMAT)
    @Operation(
            operationId = "getTagFeed",
            summary = "Subscribe to the articles of a tag",
            description = "A former slug redirects to the present one, in the same format.")
    @FeedContents
    public RestResponse<byte[]> tag(
            @Parameter(description = "Slug or id of a tag.", example = "open-source") @RestPath String ref,
            @Parameter(description = FORMAT_TEXT, example = "rss") @RestPath String format,
            @BeanParam ArticleFilterParameters filters, @BeanParam FeedParameters parameters) {
        var request = FeedRequest.of(format, filters, parameters);
        return responses.of(request.format(), feeds.tag(ref, request));
    }

    @GET
    @Path("/authors/" + REF + FORMAT)
    @Operation(
            operationId = "getAuthorFeed",
            summary = "Subscribe to the articles of an author",
            description = "A former slug redirects to the present one, in the same format.")
    @FeedContents
    public RestResponse<byte[]> author(
            @Parameter(description = "Slug or id of an author.", example = "petra-muster") @RestPath String ref,
            @Parameter(description = FORMAT_TEXT, example = "rss") @RestPath String format,
            @BeanParam ArticleFilterParameters filters, @BeanParam FeedParameters parameters) {
        var request = FeedRequest.of(format, filters, parameters);
        return responses.of(request.format(), feeds.author(ref, request));
    }

    @GET
    @Path("/collections/" + REF + FORMAT)
    @Operation(
            operationId = "getCollectionFeed",
            summary = "Subscribe to the articles of a collection",
            description = "In the desk's order. A former slug redirects to the present one, in the same format.")
    @FeedContents
    public RestResponse<byte[]> collection(
            @Parameter(description = "Slug or id of a collection.", example = "front-page") @RestPath String ref,
            @Parameter(description = FORMAT_TEXT, example = "rss") @RestPath String format,
            @BeanParam ArticleFilterParameters filters, @BeanParam UndatedFeedParameters parameters) {
        var request = FeedRequest.of(format, filters, parameters.withoutArchive());
        return responses.of(request.format(), orderedFeeds.collection(ref, request));
    }

    @GET
    @Path("/search" + FORMAT)
    @Operation(
            operationId = "getSearchFeed",
            summary = "Subscribe to a search",
            description = "The newest articles that match, with the article list's filters.")
    @FeedContents
    public RestResponse<byte[]> search(@Parameter(description = FORMAT_TEXT, example = "rss") @RestPath String format,
            @RestQuery @Nullable String q, @BeanParam ArticleFilterParameters filters,
            @BeanParam FeedParameters parameters) {
        var request = FeedRequest.of(format, filters, parameters);
        return responses.of(request.format(), feeds.search(q, request));
    }

    @GET
    @Path("/articles/" + REF + "/related" + FORMAT)
    @Operation(
            operationId = "getRelatedFeed",
            summary = "Subscribe to the related news of an article",
            description = "In the order of the related-news list. A former slug redirects to the present one, in the same "
                    + "format.")
    @FeedContents
    public RestResponse<byte[]> related(
            @Parameter(description = "Slug or id of it.", example = "erfolgreiches-zweites-treffen") @RestPath String ref,
            @Parameter(description = FORMAT_TEXT, example = "rss") @RestPath String format,
            @BeanParam ArticleFilterParameters filters, @BeanParam UndatedFeedParameters parameters) {
        var request = FeedRequest.of(format, filters, parameters.withoutArchive());
        return responses.of(request.format(), orderedFeeds.related(ref, request));
    }
}
