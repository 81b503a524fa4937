package org.depesche.platform.http;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.request.RequestBodyLimit;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Paged;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** An endpoint of each kind, to test the HTTP rules without news content. */
@Path("/v1/testing")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class TestingResource {

    static final Instant CHANGED = Instant.parse("2024-10-21T10:15:30.987654Z");

    private final ResponseMetadata metadata;
    private final QueryParameters queryParameters;
    private final AbsoluteUrls urls;

    TestingResource(ResponseMetadata metadata, QueryParameters queryParameters, AbsoluteUrls urls) {
        this.metadata = metadata;
        this.queryParameters = queryParameters;
        this.urls = urls;
    }

    @GET
    @Path("numbers")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public Paged<Integer> numbers(@BeanParam NumbersQuery parameters) {
        var limit = queryParameters.read(PageParameters.LIMIT, parameters.limit());
        var groups = queryParameters.groups(QueryParameter.groups("multipleOf"), parameters.multipleOf());
        var total = queryParameters.read(PageParameters.TOTAL, parameters.total());
        queryParameters.read(QueryParameter.instant("from"), parameters.from());
        queryParameters.read(QueryParameter.uuid("id"), parameters.id());
        queryParameters.read(QueryParameter.oneOf("view", QueryParameter.words(word -> word, "card", "summary")),
                parameters.view());
        var cursor = queryParameters.read(PageParameters.CURSOR, parameters.cursor(),
                text -> Cursor.decode(text, "up", groups.toString()),
                Cursor.INVALID_MESSAGE);
        queryParameters.verify();

        var query = new PageQuery(limit, "up", groups.toString(), cursor.orElse(null));
        var wanted = IntStream.rangeClosed(1, 1000).filter(number -> groups.stream()
                .allMatch(any -> any.stream().anyMatch(factor -> number % Integer.parseInt(factor) == 0))).boxed().toList();
        var slice = query.slice(rows(wanted, query), number -> List.of(number.toString()));
        var page = Page.of(slice, place -> urls.withParameter("cursor", place));
        page.nextPage().ifPresent(next -> metadata.link("next", next));
        page.previousPage().ifPresent(previous -> metadata.link("prev", previous));
        metadata.cacheTag(CacheTag.LIST_ALL);
        return new Paged<>(slice.rows(), total ? page.withTotal(wanted.size()) : page);
    }

    private static List<Integer> rows(List<Integer> all, PageQuery query) {
        var at = query.key().stream().map(Integer::valueOf).findFirst();
        if (query.isBackwards()) {
            var before = new java.util.ArrayList<>(all.stream().filter(number -> number < at.orElseThrow()).toList());
            java.util.Collections.reverse(before);
            return before.stream().limit(query.fetchSize()).toList();
        }
        return all.stream().filter(number -> at.isEmpty() || number > at.get()).limit(query.fetchSize()).toList();
    }

    /** Reads no parameter and does not verify them. */
    @GET
    @Path("forgetful")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public Map<String, String> forgetful() {
        return Map.of("done", "yes");
    }

    @GET
    @Path("article")
    @Fresh(Freshness.ARTICLE)
    @Operation(hidden = true)
    public Sample article() {
        metadata.cacheTag(new CacheTag("article:AZKfPHoAfD6dbA2PKnscEQ"));
        metadata.cacheTag(CacheTag.LIST_ALL);
        metadata.lastModified(CHANGED);
        metadata.sequence(42);
        return new Sample(new UUID(1, 2), "Ein Öltanker", "", null, Optional.empty(), Optional.of("da"), List.of(), CHANGED,
                OffsetDateTime.parse("2024-01-21T10:15:00Z"), Map.of("leer", "", "voll", "ja"),
                URI.create("https://www.example.org/öl"));
    }

    record Sample(UUID id, String headline, String kicker, @Nullable String teaser, Optional<String> absent,
            Optional<String> present, List<String> tags, Instant publishedAt, OffsetDateTime updatedAt,
            Map<String, String> names,
            URI url) {
    }

    @GET
    @Path("large")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public Map<String, String> large() {
        return Map.of("text", "Nachrichten ".repeat(2_000));
    }

    @GET
    @Path("tagged")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public List<String> tagged() {
        IntStream.range(0, 100).forEach(number -> metadata.cacheTag(new CacheTag("article:%022d".formatted(number))));
        IntStream.range(0, 60).forEach(number -> metadata.cacheTag(new CacheTag("image:%022d".formatted(number))));
        IntStream.range(0, 3).forEach(number -> metadata.cacheTag(new CacheTag("category:%022d".formatted(number))));
        return List.of();
    }

    @GET
    @Path("unsaid")
    @Operation(hidden = true)
    public Map<String, String> unsaid() {
        return Map.of("freshness", "none");
    }

    @GET
    @Path("not-kept")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public Map<String, String> notKept() {
        metadata.forbidStorage();
        return Map.of();
    }

    @GET
    @Path("moved")
    @Fresh(Freshness.ARTICLE)
    @Operation(hidden = true)
    public Response moved() {
        metadata.cacheTag(new CacheTag("article:AZKfPHoAfD6dbA2PKnscEQ"));
        throw MovedPermanently.to("/v1/testing/article");
    }

    @GET
    @Path("withdrawn")
    @Fresh(Freshness.ARTICLE)
    @Operation(hidden = true)
    public Response withdrawn() {
        metadata.cacheTag(new CacheTag("article:AZKfPHoAfD6dbA2PKnscEQ"));
        throw new Problem(ProblemType.WITHDRAWN, "Withdrawn.").with("slug", "ein-artikel");
    }

    @GET
    @Path("binary")
    @Produces("application/octet-stream")
    @Fresh(Freshness.FOREVER)
    @Operation(hidden = true)
    public byte[] binary() {
        return new byte[5_000];
    }

    @GET
    @Path("page")
    @Produces({ MediaType.TEXT_HTML, MediaType.APPLICATION_JSON })
    @Fresh(Freshness.STATIC_PAGE)
    @Operation(hidden = true)
    public String page() {
        return "\"<p>both</p>\"";
    }

    @GET
    @Path("number/{number}")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public int number(@RestPath int number) {
        return number;
    }

    @GET
    @Path("words/{word}")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public Map<String, String> word(@RestPath String word, @RestQuery String q) {
        queryParameters.verify();
        return Map.of("word", word, "q", Optional.ofNullable(q).orElse("-"));
    }

    @GET
    @Path("secret")
    @RolesAllowed("admin")
    @Fresh(Freshness.NEVER)
    @Operation(hidden = true)
    public Map<String, String> secret() {
        return Map.of();
    }

    @GET
    @Path("failing/{how}")
    @Fresh(Freshness.LIST)
    @Operation(hidden = true)
    public String failing(@RestPath String how) throws Exception {
        throw switch (how) {
            case "database-away" -> new IllegalStateException("wrapped", new SQLTransientConnectionException("refused"));
            case "no-connection" -> new IllegalStateException(new SQLException("Sorry, acquisition timeout!"));
            case "statement-time" -> new RuntimeException(new SQLException("max_statement_time exceeded", "70100", 1969));
            case "io" -> new IOException("disk on fire in /secret/place");
            case "teapot" -> new WebApplicationException(418);
            case "gateway" -> new WebApplicationException(502);
            default -> new IllegalStateException("password=hunter2");
        };
    }

    @POST
    @Path("body")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodyLimit(1_000)
    @Operation(hidden = true)
    public Map<String, Integer> body(byte[] body) {
        return Map.of("length", body.length);
    }

    @POST
    @Path("stream")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RequestBodyLimit(1_000)
    @Operation(hidden = true)
    public Map<String, Integer> stream(java.io.InputStream body) throws IOException {
        return Map.of("length", body.readAllBytes().length);
    }
}
