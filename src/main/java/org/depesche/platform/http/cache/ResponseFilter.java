package org.depesche.platform.http.cache;

import java.io.File;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.depesche.platform.http.Fresh;
import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.AcceptEncoding;
import org.depesche.platform.http.response.ConditionalGet;
import org.depesche.platform.http.response.ContentEncoding;
import org.depesche.platform.http.response.EntityWriter;
import org.depesche.platform.http.response.RenderedBody;
import org.depesche.platform.http.response.ResponseHeaders;
import org.depesche.platform.http.response.StreamedBody;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

/**
 * Completes every response: renders the body once, sets the entity tag, answers conditional requests with 304, encodes
 * the body, and writes the cache headers. Streams only receive headers.
 */
class ResponseFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final List<Class<?>> STREAMS = List.of(InputStream.class, File.class, Path.class, StreamingOutput.class,
            StreamedBody.class);

    private final EntityWriter entities;
    private final PublicResponses responses;
    private final CacheHeaders cacheHeaders;
    private final ResponseHeaders responseHeaders;
    private final ResponseMetadata metadata;
    private final QueryParameters parameters;
    private final Clock clock;

    ResponseFilter(EntityWriter entities, PublicResponses responses, CacheHeaders cacheHeaders, ResponseHeaders responseHeaders,
            ResponseMetadata metadata, QueryParameters parameters, Clock clock) {
        this.entities = entities;
        this.responses = responses;
        this.cacheHeaders = cacheHeaders;
        this.responseHeaders = responseHeaders;
        this.metadata = metadata;
        this.parameters = parameters;
        this.clock = clock;
    }

    @ServerResponseFilter
    public void finish(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource,
            RoutingContext context) {
        var isSafe = SAFE_METHODS.contains(request.getMethod());
        if (response.getStatus() < 400) {
            parameters.verify(); // an endpoint that forgot to verify its parameters must not succeed
        }
        var area = RouteGroup.of(request.getUriInfo().getPath());
        var freshness = isSafe && area != RouteGroup.EDITORIAL ? freshness(resource) : Freshness.NEVER;
        cacheHeaders.write(response.getHeaders(), response.getStatus(), freshness, metadata);
        responseHeaders.write(request, response, area, resource == null ? null : resource.getResourceMethod());
        var entity = response.getEntity();
        var isCacheable = isSafe && area.isPublic() && cacheHeaders.isCacheable(response.getStatus(), freshness, metadata);
        if (entity != null && STREAMS.stream().noneMatch(stream -> stream.isInstance(entity))) {
            var body = render(response, entity);
            if (isCacheable) {
                store(context, response, body, freshness, area);
            }
            write(request, response, body, isSafe && response.getStatus() == 200, area);
        } else if (isCacheable && entity == null && response.getStatus() == 301) {
            store(context, response, RenderedBody.of("", new byte[0]), freshness, area);
        }
        // afterwards, because the stored response is sent to callers with and without a key
        if (CacheKey.hasBearerToken(context.request())) {
            response.getHeaders().computeIfPresent("Cache-Control",
                    (name, values) -> new ArrayList<>(List.of(CacheHeaders.toPrivate(values.get(0).toString()))));
        }
    }

    private void store(RoutingContext context, ContainerResponseContext response, RenderedBody body, Freshness freshness,
            RouteGroup area) {
        if (responses.isStorable(response.getStatus(), response.getHeaders())) {
            var status = responses.store(context, () -> responses.response(response.getStatus(), response.getHeaders(), body,
                    freshness, area));
            response.getHeaders().putSingle(ResponseHeaders.CACHE_STATUS, status);
        }
    }

    private void write(ContainerRequestContext request, ContainerResponseContext response, RenderedBody body,
            boolean isTagged, RouteGroup area) {
        var encoding = AcceptEncoding.of(request.getHeaderString("Accept-Encoding")).choose(body.isWorthCompressing());
        if (isTagged) {
            var conditions = ConditionalGet.of(request.getHeaderString("If-None-Match"),
                    request.getHeaderString("If-Modified-Since"), area, clock);
            var unchanged = conditions.matchingETag(body, encoding, metadata.lastModified());
            response.getHeaders().putSingle("ETag", unchanged.orElseGet(() -> body.eTag(encoding)));
            if (unchanged.isPresent()) {
                responseHeaders.setNotModified(response, area);
                return;
            }
        }
        setEntity(response, body, encoding);
    }

    private static void setEntity(ContainerResponseContext response, RenderedBody body, ContentEncoding encoding) {
        var bytes = body.encoded(encoding);
        if (encoding != ContentEncoding.IDENTITY) {
            response.getHeaders().putSingle("Content-Encoding", encoding.token());
        }
        // Set here, because the framework does not know the length of a HEAD response.
        response.getHeaders().putSingle("Content-Length", bytes.length);
        response.setEntity(bytes, new Annotation[0], MediaType.valueOf(body.mediaType()));
    }

    private RenderedBody render(ContainerResponseContext response, Object entity) {
        if (entity instanceof RenderedBody fixed) {
            return fixed;
        }
        var type = Optional.ofNullable(response.getMediaType()).orElse(MediaType.APPLICATION_JSON_TYPE);
        var eTag = response.getHeaderString("ETag");
        return eTag != null && eTag.startsWith("\"") ? RenderedBody.of(type.toString(), entities.bytes(entity), eTag)
                : RenderedBody.of(type.toString(), entities.bytes(entity));
    }

    /** An endpoint without annotation gets {@code NEVER}: a forgotten annotation must not make a response cacheable. */
    private static Freshness freshness(@Nullable ResourceInfo resource) {
        var method = Optional.ofNullable(resource).map(ResourceInfo::getResourceMethod);
        var annotation = method.map(endpoint -> endpoint.getAnnotation(Fresh.class))
                .or(() -> method.map(endpoint -> endpoint.getDeclaringClass().getAnnotation(Fresh.class)));
        return annotation.map(Fresh::value).orElse(Freshness.NEVER);
    }
}
