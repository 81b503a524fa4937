package org.depesche.platform.http.response;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;

import org.depesche.kernel.HttpDate;
import org.depesche.platform.http.ReadYourWrites;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.http.Routes;
import org.jspecify.annotations.Nullable;

/** Writes the response headers other than Cache-Control and cache tags: Vary, sequence, links, dates. */
@Singleton
public class ResponseHeaders {

    public static final String ACCEPT_ENCODING = "Accept-Encoding";
    public static final String CACHE_STATUS = "Cache-Status";
    public static final String MISS = "Depesche; fwd=miss";

    /** RFC 9110, section 15.4.5: a response without a body does not describe one. */
    private static final List<String> BODY_HEADERS = List.of("Content-Type", "Content-Length", "Content-Encoding");
    /** A 304 of a feed repeats these headers, because many feed readers forget the stored values when a 304 lacks them. */
    static final List<String> METADATA_HEADERS = List.of("Last-Modified", "Link");

    private final ResponseMetadata metadata;
    private final ReadYourWrites readYourWrites;
    private final Routes routes;
    private final Map<Method, Boolean> negotiated = new ConcurrentHashMap<>();

    ResponseHeaders(ResponseMetadata metadata, ReadYourWrites readYourWrites, Routes routes) {
        this.metadata = metadata;
        this.readYourWrites = readYourWrites;
        this.routes = routes;
    }

    public void write(ContainerRequestContext request, ContainerResponseContext response, RouteGroup area,
            @Nullable Method endpoint) {
        var headers = response.getHeaders();
        writeVary(headers, isNegotiated(request, endpoint));
        if (!(response.getEntity() instanceof StreamedBody)) { // which reads its data later, and names the sequence itself
            writeSequence(headers, area, response.getStatus());
        }
        if (area.isPublic() && response.getStatus() < 400 && !request.getMethod().equals("POST")) {
            headers.putSingle(CACHE_STATUS, MISS);
        }
        if (response.getStatus() == 405) {
            headers.putSingle("Allow", String.join(", ", routes.methods(request.getUriInfo().getPath())));
        }
        if (response.getStatus() == 200) {
            writeLinksAndLastModified(headers);
        }
    }

    /** Writes the headers of a successful response that is JSON whatever the client accepts. */
    public void writeSuccess(MultivaluedMap<String, Object> headers, RouteGroup area) {
        writeVary(headers, false);
        writeSequence(headers, area, 200);
        writeLinksAndLastModified(headers);
    }

    private void writeVary(MultivaluedMap<String, Object> headers, boolean isNegotiated) {
        headers.putSingle("Vary", (isNegotiated ? "Accept, " : "") + ACCEPT_ENCODING
                + (metadata.isVaryingByEntitlement() ? ", Authorization" : ""));
    }

    private void writeSequence(MultivaluedMap<String, Object> headers, RouteGroup area, int status) {
        readYourWrites.awaitFollowersAndReportSequence(area, status)
                .ifPresent(sequence -> headers.putSingle(ReadYourWrites.HEADER, sequence));
    }

    /** The result for a GET endpoint is cached, because the routing table that found the endpoint does not change. */
    private boolean isNegotiated(ContainerRequestContext request, @Nullable Method endpoint) {
        var path = request.getUriInfo().getPath();
        return endpoint != null && endpoint.isAnnotationPresent(GET.class)
                ? negotiated.computeIfAbsent(endpoint, method -> routes.isNegotiated(path))
                : routes.isNegotiated(path);
    }

    public void setNotModified(ContainerResponseContext response, RouteGroup area) {
        response.setStatus(304);
        response.setEntity(null);
        BODY_HEADERS.forEach(response.getHeaders()::remove);
        if (area != RouteGroup.FEEDS) {
            METADATA_HEADERS.forEach(response.getHeaders()::remove);
        }
    }

    private void writeLinksAndLastModified(MultivaluedMap<String, Object> headers) {
        var links = metadata.links();
        if (!links.isEmpty()) {
            headers.putSingle("Link", links.entrySet().stream()
                    .map(link -> "<" + link.getValue() + ">; rel=\"" + link.getKey() + "\"" + metadata.linkType(link.getKey())
                            .map(type -> "; type=\"" + type + "\"").orElse(""))
                    .collect(joining(", ")));
        }
        metadata.headers().forEach(headers::putSingle);
        metadata.lastModified().map(HttpDate::of)
                .ifPresent(date -> headers.putSingle("Last-Modified", date));
    }
}
