package org.depesche.platform.http;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jspecify.annotations.Nullable;

/** The headers of an answer that caches do not steer by: sequence, links, dates, what it depends on. */
@ApplicationScoped
class AnswerHeaders {

    static final String CACHE_STATUS = "Cache-Status";
    static final String SEQUENCE = "Depesche-Sequence";

    /** RFC 9110, section 15.4.5: what describes the body stays away where there is none. */
    private static final List<String> OF_BODIES = List.of("Content-Type", "Content-Length", "Content-Encoding", "Last-Modified",
            "Link");

    private final Provenance provenance;
    private final SequenceGate sequences;
    private final Routes routes;
    private final Map<Method, Boolean> negotiated = new ConcurrentHashMap<>();

    AnswerHeaders(Provenance provenance, SequenceGate sequences, Routes routes) {
        this.provenance = provenance;
        this.sequences = sequences;
        this.routes = routes;
    }

    void stamp(ContainerRequestContext request, ContainerResponseContext response, Area area, @Nullable Method endpoint) {
        var headers = response.getHeaders();
        headers.putSingle("Vary", isNegotiated(request, endpoint) ? "Accept, Accept-Encoding" : "Accept-Encoding");
        sequences.told(area, response.getStatus())
                .ifPresent(sequence -> headers.putSingle(SEQUENCE, sequence));
        if (area.isPublic() && response.getStatus() < 400 && !request.getMethod().equals("POST")) {
            headers.putSingle(CACHE_STATUS, "Depesche; fwd=miss");
        }
        if (response.getStatus() == 405) {
            headers.putSingle("Allow", String.join(", ", routes.methods(request.getUriInfo().getPath())));
        }
        if (response.getStatus() == 200) {
            describe(response);
        }
    }

    /** Of what a reader asks for, the endpoint that was found by the same table knows it once and for all. */
    private boolean isNegotiated(ContainerRequestContext request, @Nullable Method endpoint) {
        var path = request.getUriInfo().getPath();
        return endpoint != null && endpoint.isAnnotationPresent(GET.class)
                ? negotiated.computeIfAbsent(endpoint, asked -> routes.isNegotiated(path))
                : routes.isNegotiated(path);
    }

    void notModified(ContainerResponseContext response) {
        response.setStatus(304);
        response.setEntity(null);
        OF_BODIES.forEach(response.getHeaders()::remove);
    }

    private void describe(ContainerResponseContext response) {
        var links = provenance.links();
        if (!links.isEmpty()) {
            response.getHeaders().putSingle("Link", links.entrySet().stream()
                    .map(link -> "<" + link.getValue() + ">; rel=\"" + link.getKey() + "\"").collect(joining(", ")));
        }
        provenance.changedAt().map(Conditions::httpDate)
                .ifPresent(date -> response.getHeaders().putSingle("Last-Modified", date));
    }
}
