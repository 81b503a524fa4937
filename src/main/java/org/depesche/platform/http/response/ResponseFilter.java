package org.depesche.platform.http.response;

import java.io.File;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
 * The last hand on every answer: renders it once, gives it its entity tag, answers conditions with 304, codes the body as the
 * caller likes it, and writes what caches need to know. Streams pass through with their headers alone.
 */
class ResponseFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final List<Class<?>> STREAMS = List.of(InputStream.class, File.class, Path.class, StreamingOutput.class);

    private final ObjectMapper json;
    private final CacheHeaders cacheHeaders;
    private final ResponseHeaders responseHeaders;
    private final ResponseMetadata metadata;
    private final QueryParameters parameters;
    private final Instance<ResponseStore> stores;

    ResponseFilter(ObjectMapper json, CacheHeaders cacheHeaders, ResponseHeaders answerHeaders, ResponseMetadata provenance,
            QueryParameters inputs, Instance<ResponseStore> keepers) {
        this.json = json;
        this.cacheHeaders = cacheHeaders;
        this.responseHeaders = answerHeaders;
        this.metadata = provenance;
        this.parameters = inputs;
        this.stores = keepers;
    }

    @ServerResponseFilter
    public void finish(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource,
            RoutingContext context) {
        var isReading = SAFE_METHODS.contains(request.getMethod());
        if (response.getStatus() < 400) {
            parameters.verify(); // an endpoint that forgot to must not answer as if nothing had been wrong
        }
        var area = RouteGroup.of(request.getUriInfo().getPath());
        var freshness = isReading && area != RouteGroup.EDITORIAL ? freshness(resource) : Freshness.NEVER;
        cacheHeaders.write(response.getHeaders(), response.getStatus(), freshness, metadata);
        responseHeaders.write(request, response, area, resource == null ? null : resource.getResourceMethod());
        var entity = response.getEntity();
        var isKept = isReading && area.isPublic() && cacheHeaders.isCacheable(response.getStatus(), freshness, metadata);
        if (entity != null && STREAMS.stream().noneMatch(stream -> stream.isInstance(entity))) {
            var answer = render(response, entity);
            if (isKept) {
                store(context, response, answer, freshness);
            }
            write(request, response, answer, isReading && response.getStatus() == 200);
        } else if (isKept && entity == null && response.getStatus() == 301) {
            store(context, response, RenderedBody.of("", new byte[0]), freshness);
        }
    }

    /** Only what says which changes make it stale; an answer by several forms of one address is left to caches outside. */
    private void store(RoutingContext context, ContainerResponseContext response, RenderedBody answer, Freshness freshness) {
        var isWanted = (response.getStatus() == 200 || response.getStatus() == 301) && metadata.sequence().isPresent()
                && !metadata.cacheTags().isEmpty() && "Accept-Encoding".equals(response.getHeaderString("Vary"));
        if (isWanted && stores.isResolvable()) {
            var status = stores.get().store(context, () -> cachedResponse(response, answer, freshness));
            response.getHeaders().putSingle(ResponseHeaders.CACHE_STATUS, status);
        }
    }

    private CachedResponse cachedResponse(ContainerResponseContext response, RenderedBody answer, Freshness freshness) {
        var source = new CachedResponse.Validity(metadata.cacheTags(), metadata.sequence().orElseThrow(),
                metadata.lastModified().orElse(null), cacheHeaders.staleIfError(freshness));
        return new CachedResponse(response.getStatus(), response.getHeaders(), answer, source);
    }

    private void write(ContainerRequestContext request, ContainerResponseContext response, RenderedBody answer,
            boolean isTagged) {
        var encoding = AcceptEncoding.of(request.getHeaderString("Accept-Encoding")).choose(answer.isWorthCompressing());
        if (isTagged) {
            var conditions = new ConditionalGet(request.getHeaderString("If-None-Match"),
                    request.getHeaderString("If-Modified-Since"));
            var unchanged = conditions.matchingETag(answer, encoding, metadata.lastModified());
            response.getHeaders().putSingle("ETag", unchanged.orElseGet(() -> answer.eTag(encoding)));
            if (unchanged.isPresent()) {
                responseHeaders.setNotModified(response);
                return;
            }
        }
        setEntity(response, answer, encoding);
    }

    private static void setEntity(ContainerResponseContext response, RenderedBody answer, ContentEncoding encoding) {
        var bytes = answer.encoded(encoding);
        if (encoding != ContentEncoding.IDENTITY) {
            response.getHeaders().putSingle("Content-Encoding", encoding.token());
        }
        // Said here, because of a HEAD nobody else knows.
        response.getHeaders().putSingle("Content-Length", bytes.length);
        response.setEntity(bytes, new Annotation[0], MediaType.valueOf(answer.mediaType()));
    }

    private RenderedBody render(ContainerResponseContext response, Object entity) {
        var type = Optional.ofNullable(response.getMediaType()).orElse(MediaType.APPLICATION_JSON_TYPE);
        var given = response.getHeaderString("ETag");
        return given != null && given.startsWith("\"") ? RenderedBody.of(type.toString(), bytes(entity), given)
                : RenderedBody.of(type.toString(), bytes(entity));
    }

    private byte[] bytes(Object entity) {
        if (entity instanceof byte[] ready) {
            return ready;
        }
        if (entity instanceof CharSequence text) {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whoever says nothing gets the strictest: a forgotten word must not make an answer public. */
    private static Freshness freshness(@Nullable ResourceInfo resource) {
        var method = Optional.ofNullable(resource).map(ResourceInfo::getResourceMethod);
        var said = method.map(endpoint -> endpoint.getAnnotation(Fresh.class))
                .or(() -> method.map(endpoint -> endpoint.getDeclaringClass().getAnnotation(Fresh.class)));
        return said.map(Fresh::value).orElse(Freshness.NEVER);
    }
}
