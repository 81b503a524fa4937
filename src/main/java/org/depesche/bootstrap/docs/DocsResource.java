package org.depesche.bootstrap.docs;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.depesche.delivery.embed.EmbedScripts;
import org.depesche.delivery.embed.FramePolicy;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The entry page for people, and the console. */
@Path("/docs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Fresh(Freshness.LIST)
class DocsResource {

    /** Allows scripts, styles and images only from this server, no frames and no forms. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Without a configured public URL the page shows the {@code Host} of the request, so that no shared cache may store it. */
    private static final String NOT_SHARED = "private, max-age=10";

    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]+)?|\\[[0-9A-Fa-f:.]+](:[0-9]+)?");

    private final DocsExampleFinder exampleFinder;
    private final EmbedScripts embedScripts;
    private final FramePolicy framePolicy;
    private final HttpConfig config;

    DocsResource(DocsExampleFinder exampleFinder, EmbedScripts embedScripts, FramePolicy framePolicy, HttpConfig config) {
        this.exampleFinder = exampleFinder;
        this.embedScripts = embedScripts;
        this.framePolicy = framePolicy;
        this.config = config;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> entry(@Context UriInfo address) {
        var origin = origin(config.publicUrl().orElseGet(address::getBaseUri));
        var page = ResponseBuilder.ok(Templates.entry(origin, exampleFinder.find(), List.of(ProblemType.values())).render())
                .header("Content-Security-Policy", POLICY);
        return config.publicUrl().isPresent() ? page.build() : page.header("Cache-Control", NOT_SHARED).build();
    }

    @GET
    @Path("/api")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> console() {
        return page(Templates.console(exampleFinder.find()));
    }

    /** The page on which a partner makes the snippet of an embed. It shows pictures, and the page for frames. */
    @GET
    @Path("/embed")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> embedBuilder() {
        var origin = config.publicUrl().map(url -> url.toString().replaceAll("/$", "")).orElse("");
        var page = Templates.embed(origin, embedScripts.path(), embedScripts.integrity());
        var policy = POLICY.replace("img-src 'self'", "img-src " + framePolicy.images()) + "; frame-src 'self'";
        return ResponseBuilder.ok(page.render()).header("Content-Security-Policy", policy).build();
    }

    private static RestResponse<String> page(TemplateInstance template) {
        return ResponseBuilder.ok(template.render()).header("Content-Security-Policy", POLICY).build();
    }

    /**
     * The origin in the commands to copy. A {@code Host} header that is not a plain host name is replaced: it must not reach
     * a shell.
     */
    private static String origin(URI base) {
        var authority = base.getRawAuthority();
        var plain = authority != null && AUTHORITY.matcher(authority).matches();
        return base.getScheme() + "://" + (plain ? authority : "localhost:8080");
    }

    @CheckedTemplate(basePath = "docs")
    static class Templates {

        static native TemplateInstance entry(String origin, DocsExamples examples, List<ProblemType> problems);

        static native TemplateInstance console(DocsExamples examples);

        static native TemplateInstance embed(String origin, String script, String integrity);
    }
}
