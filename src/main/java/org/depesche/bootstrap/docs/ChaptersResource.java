package org.depesche.bootstrap.docs;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The chapters as pages for people, and as Markdown for programs. */
@Path("/docs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Fresh(Freshness.STATIC_PAGE)
@PermitAll
class ChaptersResource {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";
    private static final String SLUG = "{chapter: [a-z-]+}";

    private final Chapters chapters;
    private final AbsoluteUrls urls;

    ChaptersResource(Chapters chapters, AbsoluteUrls urls) {
        this.chapters = chapters;
        this.urls = urls;
    }

    @GET
    @Path("/chapters")
    @Operation(hidden = true)
    public RestResponse<String> contents() {
        return page(Templates.chapters(chapters.groups()));
    }

    @GET
    @Path("/llms.txt")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(hidden = true)
    public String llmsTxt() {
        return chapters.llmsTxt(urls.of("").toString());
    }

    @GET
    @Path("/" + SLUG)
    @Operation(hidden = true)
    public RestResponse<String> chapter(@RestPath String chapter) {
        return page(Templates.chapter(find(chapter), chapters.groups()));
    }

    @GET
    @Path("/" + SLUG + ".md")
    @Produces(MARKDOWN)
    @Operation(hidden = true)
    public String markdown(@RestPath String chapter) {
        return find(chapter).markdown();
    }

    private Chapter find(String slug) {
        return chapters.find(slug)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no chapter of this name; see /docs/chapters."));
    }

    private static RestResponse<String> page(TemplateInstance template) {
        return ResponseBuilder.ok(template.render()).header("Content-Security-Policy", DocsResource.POLICY).build();
    }

    @CheckedTemplate(basePath = "docs")
    static class Templates {

        static native TemplateInstance chapters(List<ChapterGroup> groups);

        static native TemplateInstance chapter(Chapter chapter, List<ChapterGroup> groups);
    }
}
