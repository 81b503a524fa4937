package org.depesche.platform.http.response;

import java.io.File;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.inject.Instance;
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
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.ext.web.RoutingContext;

/**
 * Completes every response: renders the body once, sets the entity tag, answers conditional requests with 304, encodes
 * the body, and writes the cache headers. Streams only receive headers.
 */
class ResponseFilter {

    /** How long a response is kept that has no date because the second of a change is not over. */
    private static final Duration UNTIL_DATED = Duration.ofSeconds(3);
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final List<Class<?>> STREAMS = List.of(InputStream.class, File.class, Path.class, StreamingOutput.class,
            StreamedBody.class);

    private final ObjectMapper json;
    private final CacheHeaders cacheHeaders;
    private final ResponseHeaders responseHeaders;
    private final ResponseMetadata metadata;
    private final QueryParameters parameters;
    private final Instance<ResponseStore> stores;

    ResponseFilter(ObjectMapper json, CacheHeaders cacheHeaders, ResponseHeaders responseHeaders, ResponseMetadata metadata,
            QueryParameters parameters, Instance<ResponseStore> stores) {
        this.json = json;
        this.cacheHeaders = cacheHeaders;
        this.responseHeaders = responseHeaders;
        this.metadata = metadata;
        this.parameters = parameters;
        this.stores = stores;
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

    /** Stores only responses with known invalidations. Responses that vary by Accept are left to external caches. */
    private void store(RoutingContext context, ContainerResponseContext response, RenderedBody body, Freshness freshness,
            RouteGroup area) {
        var isStorable = (response.getStatus() == 200 || response.getStatus() == 301) && metadata.sequence().isPresent()
                && !metadata.cacheTags().isEmpty() && !metadata.isDependingOnClock()
                && response.getHeaderString("Vary").startsWith(ResponseHeaders.ACCEPT_ENCODING);
        if (isStorable && stores.isResolvable()) {
            var status = stores.get().store(context, () -> cachedResponse(response, body, freshness, area));
            response.getHeaders().putSingle(ResponseHeaders.CACHE_STATUS, status);
        }
    }

    private CachedResponse cachedResponse(ContainerResponseContext response, RenderedBody body, Freshness freshness,
            RouteGroup area) {
        var source = new CachedResponse.Validity(metadata.cacheTags(), metadata.sequence().orElseThrow(),
                metadata.lastModified().orElse(null), metadata.isDateWithheld() ? UNTIL_DATED : null,
                cacheHeaders.staleIfError(freshness), area,
                cacheHeaders.expiry(response.getStatus(), freshness, metadata).orElse(null));
        return new CachedResponse(response.getStatus(), response.getHeaders(), body, source);
    }

    private void write(ContainerRequestContext request, ContainerResponseContext response, RenderedBody body,
            boolean isTagged, RouteGroup area) {
        var encoding = AcceptEncoding.of(request.getHeaderString("Accept-Encoding")).choose(body.isWorthCompressing());
        if (isTagged) {
            var conditions = ConditionalGet.of(request.getHeaderString("If-None-Match"),
                    request.getHeaderString("If-Modified-Since"), area);
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
        var type = Optional.ofNullable(response.getMediaType()).orElse(MediaType.APPLICATION_JSON_TYPE);
        var eTag = response.getHeaderString("ETag");
        return eTag != null && eTag.startsWith("\"") ? RenderedBody.of(type.toString(), bytes(entity), eTag)
                : RenderedBody.of(type.toString(), bytes(entity));
    }

    private byte[] bytes(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof JsonBytes rendered) {
            return rendered.json();
        }
        if (entity instanceof CharSequence characters) {
            return characters.toString().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An endpoint without annotation gets {@code NEVER}: a forgotten annotation must not make a response cacheable. */
    private static Freshness freshness(@Nullable ResourceInfo resource) {
        var method = Optional.ofNullable(resource).map(ResourceInfo::getResourceMethod);
        var annotation = method.map(endpoint -> endpoint.getAnnotation(Fresh.class))
                .or(() -> method.map(endpoint -> endpoint.getDeclaringClass().getAnnotation(Fresh.class)));
        return annotation.map(Fresh::value).orElse(Freshness.NEVER);
    }
}
