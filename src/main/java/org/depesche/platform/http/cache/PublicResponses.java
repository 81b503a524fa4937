package org.depesche.platform.http.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.http.response.EntityWriter;
import org.depesche.platform.http.response.RenderedBody;
import org.depesche.platform.http.response.ResponseHeaders;

import io.vertx.ext.web.RoutingContext;

/** Makes responses of what endpoints return, in the form in which they are stored and sent any number of times. */
@Singleton
public class PublicResponses {

    /** The longest time for which a response is stored that has no date, because the second of a change is not over. */
    private static final Duration UNTIL_DATED = Duration.ofSeconds(3);

    /** The media type of JSON as the framework writes it. */
    private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private final EntityWriter entities;
    private final CacheHeaders cacheHeaders;
    private final ResponseHeaders responseHeaders;
    private final ResponseMetadata metadata;
    private final Instance<ResponseStore> stores;
    private final Clock clock;

    PublicResponses(EntityWriter entities, CacheHeaders cacheHeaders, ResponseHeaders responseHeaders,
            ResponseMetadata metadata, Instance<ResponseStore> stores, Clock clock) {
        this.entities = entities;
        this.cacheHeaders = cacheHeaders;
        this.responseHeaders = responseHeaders;
        this.metadata = metadata;
        this.stores = stores;
        this.clock = clock;
    }

    /** A complete response to one request. */
    public record PreparedResponse(RoutingContext context, CachedResponse response, String cacheStatus, String sequence) {

        public void send() {
            response.send(context.request(), cacheStatus, sequence);
        }
    }

    /**
     * Makes the response of a successful read, stores it if that is possible, and encodes it for this request.
     *
     * @param entity what is written as JSON
     */
    public PreparedResponse ok(RoutingContext context, Object entity, Freshness freshness) {
        var headers = new MultivaluedHashMap<String, Object>();
        var area = RouteGroup.of(context.request().path());
        cacheHeaders.write(headers, 200, freshness, metadata);
        responseHeaders.writeSuccess(headers, area);
        var body = RenderedBody.of(JSON, entities.bytes(entity));
        var response = response(200, headers, body, freshness, area);
        var isCacheable = cacheHeaders.isCacheable(200, freshness, metadata);
        var status = isCacheable && isStorable(200, headers) ? store(context, () -> response) : ResponseHeaders.MISS;
        if (!response.isReadyFor(context.request())) {
            response.encodeFor(context.request());
        }
        return new PreparedResponse(context, response, status, String.valueOf(metadata.sequence().orElseThrow()));
    }

    /** Stores a response, and returns the value of {@code Cache-Status}. */
    String store(RoutingContext context, Supplier<CachedResponse> response) {
        return stores.isResolvable() ? stores.get().store(context, response) : ResponseHeaders.MISS;
    }

    /**
     * Whether a cacheable response may be stored: only one with known invalidations. Responses that vary by Accept are left to
     * external caches.
     */
    boolean isStorable(int status, MultivaluedMap<String, Object> headers) {
        return (status == 200 || status == 301) && metadata.sequence().isPresent() && !metadata.cacheTags().isEmpty()
                && !metadata.isClockDependent()
                && String.valueOf(headers.getFirst("Vary")).startsWith(ResponseHeaders.ACCEPT_ENCODING);
    }

    CachedResponse response(int status, MultivaluedMap<String, Object> headers, RenderedBody body, Freshness freshness,
            RouteGroup area) {
        var source = new CachedResponse.Validity(List.copyOf(metadata.cacheTags()), metadata.sequence().orElseThrow(),
                metadata.lastModified().orElse(null), metadata.isDateWithheld() ? UNTIL_DATED : null,
                cacheHeaders.staleIfError(freshness), area,
                cacheHeaders.expiry(status, freshness, metadata).orElse(null), clock);
        return new CachedResponse(status, headers, body, source);
    }
}
