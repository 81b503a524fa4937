package org.depesche.platform.http;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What the {@code type} of a problem document leads to: a page for people, the same words as JSON for all others. */
@Path("/problems")
@Fresh(Freshness.DOCUMENT)
@PermitAll
class ProblemsResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Explanations list() {
        return new Explanations(all());
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> listPage() {
        return page(Templates.index(all()));
    }

    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Explanation problem(@RestPath String name) {
        return explained(name);
    }

    @GET
    @Path("{name}")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> problemPage(@RestPath String name) {
        var explanation = explained(name);
        return page(Templates.problem(explanation, Prose.paragraphs(explanation.explanation())));
    }

    private static RestResponse<String> page(TemplateInstance template) {
        return ResponseBuilder.ok(template.render()).header("Content-Security-Policy", POLICY).build();
    }

    private static List<Explanation> all() {
        return Arrays.stream(ProblemType.values()).map(Explanation::of).toList();
    }

    private static Explanation explained(String name) {
        return all().stream().filter(known -> known.type().equals("/problems/" + name)).findAny()
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no problem of this name."));
    }

    record Explanations(List<Explanation> items) {
    }

    record Explanation(String type, String title, int status, String explanation) {

        static Explanation of(ProblemType type) {
            return new Explanation("/problems/" + type.slug(), type.title(), type.status(), type.explanation());
        }
    }

    @CheckedTemplate(basePath = "problems")
    static class Templates {

        static native TemplateInstance problem(Explanation problem, List<List<Prose>> paragraphs);

        static native TemplateInstance index(List<Explanation> problems);
    }
}
