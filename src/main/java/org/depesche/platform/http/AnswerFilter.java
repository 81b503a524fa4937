package org.depesche.platform.http;

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

import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.ext.web.RoutingContext;

/**
 * The last hand on every answer: renders it once, gives it its entity tag, answers conditions with 304, codes the body as the
 * caller likes it, and writes what caches need to know. Streams pass through with their headers alone.
 */
class AnswerFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<Class<?>> STREAMS = List.of(InputStream.class, File.class, Path.class, StreamingOutput.class);

    private final ObjectMapper json;
    private final CacheHeaders cacheHeaders;
    private final AnswerHeaders answerHeaders;
    private final Provenance provenance;
    private final Inputs inputs;
    private final Instance<AnswerKeeper> keepers;

    AnswerFilter(ObjectMapper json, CacheHeaders cacheHeaders, AnswerHeaders answerHeaders, Provenance provenance,
            Inputs inputs, Instance<AnswerKeeper> keepers) {
        this.json = json;
        this.cacheHeaders = cacheHeaders;
        this.answerHeaders = answerHeaders;
        this.provenance = provenance;
        this.inputs = inputs;
        this.keepers = keepers;
    }

    @ServerResponseFilter
    public void finish(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource,
            RoutingContext context) {
        var isReading = READING.contains(request.getMethod());
        if (response.getStatus() < 400) {
            inputs.verify(); // an endpoint that forgot to must not answer as if nothing had been wrong
        }
        var area = Area.of(request.getUriInfo().getPath());
        var freshness = isReading && area != Area.EDITORIAL ? freshness(resource) : Freshness.NEVER;
        cacheHeaders.stamp(response.getHeaders(), response.getStatus(), freshness, provenance);
        answerHeaders.stamp(request, response, area, resource == null ? null : resource.getResourceMethod());
        var entity = response.getEntity();
        var isKept = isReading && area.isPublic() && cacheHeaders.isKept(response.getStatus(), freshness, provenance);
        if (entity != null && STREAMS.stream().noneMatch(stream -> stream.isInstance(entity))) {
            var answer = rendered(response, entity);
            if (isKept) {
                keep(context, response, answer, freshness);
            }
            write(request, response, answer, isReading && response.getStatus() == 200);
        } else if (isKept && entity == null && response.getStatus() == 301) {
            keep(context, response, RenderedAnswer.of("", new byte[0]), freshness);
        }
    }

    /** Only what says which changes make it stale; an answer by several forms of one address is left to caches outside. */
    private void keep(RoutingContext context, ContainerResponseContext response, RenderedAnswer answer, Freshness freshness) {
        var isWanted = (response.getStatus() == 200 || response.getStatus() == 301) && provenance.sequence().isPresent()
                && !provenance.tags().isEmpty() && "Accept-Encoding".equals(response.getHeaderString("Vary"));
        if (isWanted && keepers.isResolvable()) {
            var status = keepers.get().keep(context, () -> finished(response, answer, freshness));
            response.getHeaders().putSingle(AnswerHeaders.CACHE_STATUS, status);
        }
    }

    private KeptAnswer finished(ContainerResponseContext response, RenderedAnswer answer, Freshness freshness) {
        var source = new KeptAnswer.Source(provenance.tags(), provenance.sequence().orElseThrow(),
                provenance.changedAt().orElse(null), cacheHeaders.staleIfError(freshness));
        return new KeptAnswer(response.getStatus(), response.getHeaders(), answer, source);
    }

    private void write(ContainerRequestContext request, ContainerResponseContext response, RenderedAnswer answer,
            boolean isTagged) {
        var encoding = AcceptEncoding.of(request.getHeaderString("Accept-Encoding")).choose(answer.isWorthCompressing());
        if (isTagged) {
            var conditions = new Conditions(request.getHeaderString("If-None-Match"),
                    request.getHeaderString("If-Modified-Since"));
            var unchanged = conditions.unchanged(answer, encoding, provenance.changedAt());
            response.getHeaders().putSingle("ETag", unchanged.orElseGet(() -> answer.tag(encoding)));
            if (unchanged.isPresent()) {
                answerHeaders.notModified(response);
                return;
            }
        }
        send(response, answer, encoding);
    }

    private static void send(ContainerResponseContext response, RenderedAnswer answer, Encoding encoding) {
        var bytes = answer.in(encoding);
        if (encoding != Encoding.IDENTITY) {
            response.getHeaders().putSingle("Content-Encoding", encoding.token());
        }
        // Said here, because of a HEAD nobody else knows.
        response.getHeaders().putSingle("Content-Length", bytes.length);
        response.setEntity(bytes, new Annotation[0], MediaType.valueOf(answer.mediaType()));
    }

    private RenderedAnswer rendered(ContainerResponseContext response, Object entity) {
        var type = Optional.ofNullable(response.getMediaType()).orElse(MediaType.APPLICATION_JSON_TYPE);
        var given = response.getHeaderString("ETag");
        return given != null && given.startsWith("\"") ? RenderedAnswer.of(type.toString(), bytes(entity), given)
                : RenderedAnswer.of(type.toString(), bytes(entity));
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
