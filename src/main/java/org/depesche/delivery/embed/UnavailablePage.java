package org.depesche.delivery.embed;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.depesche.platform.problem.ProblemDocument;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Replaces the problem document of a frame by a page, because the readers of a partner's page see it. */
class UnavailablePage {

    /** Runs before the filter that renders the body. */
    private static final int PRIORITY = 6_000;
    private static final String PATH = "/embed/feed";
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    private final FramePolicy policy;

    UnavailablePage(FramePolicy policy) {
        this.policy = policy;
    }

    /** Programs that do not ask for HTML by name still get the problem document. */
    @ServerResponseFilter(priority = PRIORITY)
    public void replaceProblem(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemDocument && request.getUriInfo().getPath().equals(PATH)
                && acceptsHtml(request.getHeaderString("Accept"))) {
            var language = Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst("lang")).orElse("");
            response.setEntity(Templates.unavailable(language.startsWith("de"), FramePolicy.STYLE).render(), null, HTML);
            response.getHeaders().putSingle("Content-Security-Policy", policy.text());
            response.getHeaders().putSingle("Cross-Origin-Resource-Policy", "cross-origin");
            response.getHeaders().putSingle("X-Robots-Tag", "noindex");
        }
    }

    private static boolean acceptsHtml(@Nullable String accept) {
        return accept != null && accept.contains("text/html");
    }

    @CheckedTemplate(basePath = "embed")
    static class Templates {

        static native TemplateInstance unavailable(boolean german, String style);
    }
}
