package org.depesche.platform.http;

import java.util.ArrayList;
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

/** Serves the documentation that the {@code type} of a problem document links to, as HTML and as JSON. */
@Path("/problems")
@Fresh(Freshness.STATIC_PAGE)
@PermitAll
class ProblemsResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public ProblemTypeList list() {
        return new ProblemTypeList(all());
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
    public ProblemTypeView problem(@RestPath String name) {
        return find(name);
    }

    @GET
    @Path("{name}")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> problemPage(@RestPath String name) {
        var explanation = find(name);
        return page(Templates.problem(explanation, TextRun.paragraphs(explanation.explanation())));
    }

    private static RestResponse<String> page(TemplateInstance template) {
        return ResponseBuilder.ok(template.render()).header("Content-Security-Policy", POLICY).build();
    }

    private static List<ProblemTypeView> all() {
        return Arrays.stream(ProblemType.values()).map(ProblemTypeView::of).toList();
    }

    private static ProblemTypeView find(String name) {
        return all().stream().filter(known -> known.type().equals("/problems/" + name)).findAny()
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no problem of this name."));
    }

    record ProblemTypeList(List<ProblemTypeView> items) {
    }

    record ProblemTypeView(String type, String title, int status, String explanation) {

        static ProblemTypeView of(ProblemType type) {
            return new ProblemTypeView("/problems/" + type.slug(), type.title(), type.status(), type.explanation());
        }
    }

    @CheckedTemplate(basePath = "problems")
    static class Templates {

        static native TemplateInstance problem(ProblemTypeView problem, List<List<TextRun>> paragraphs);

        static native TemplateInstance index(List<ProblemTypeView> problems);
    }

    /** A run of text in an explanation: plain, or code if the text was between backquotes. */
    record TextRun(String text, boolean code) {

        static List<List<TextRun>> paragraphs(String explanation) {
            return Arrays.stream(explanation.split("\n\n")).map(TextRun::runs).toList();
        }

        private static List<TextRun> runs(String paragraph) {
            var runs = new ArrayList<TextRun>();
            for (var run : paragraph.split("`", -1)) {
                runs.add(new TextRun(run, runs.size() % 2 == 1));
            }
            return runs;
        }
    }
}
