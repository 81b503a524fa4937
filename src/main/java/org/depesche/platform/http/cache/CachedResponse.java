package org.depesche.platform.http.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.CorsPolicy;
import org.depesche.platform.http.ReadYourWrites;
import org.depesche.platform.http.RouteGroup;
import org.depesche.platform.http.response.AcceptEncoding;
import org.depesche.platform.http.response.ConditionalGet;
import org.depesche.platform.http.response.ContentEncoding;
import org.depesche.platform.http.response.RenderedBody;
import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * An immutable response: its body in each requested coding, its entity tags and its headers. It is sent any number of
 * times. Conditions and Accept-Encoding are evaluated for each request.
 */
public final class CachedResponse {

    /** Headers that differ from request to request. */
    private static final Set<String> PER_REQUEST_HEADERS = Set.of("depesche-sequence", "cache-status", "etag", "content-length",
            "content-encoding", "content-type");
    /** Headers that describe a body (RFC 9110, section 15.4.5). */
    private static final Set<String> BODY_HEADERS = Set.of("last-modified", "link");
    /** RFC 9110, section 12.4.2: a weight of zero excludes a media type. */
    private static final Pattern ZERO_WEIGHT = Pattern.compile("[qQ]=0(\\.0*)?\\s*(,|;|$)");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");
    private static final CharSequence SEQUENCE = HttpHeaders.createOptimized(ReadYourWrites.HEADER);
    /** The approximate size of an entry without its bodies: objects, references, the key's object. */
    private static final int OVERHEAD = 600;

    private final int status;
    private final RenderedBody rendered;
    private final Validity validity;
    private final List<Header> headers = new ArrayList<>();
    private final Map<ContentEncoding, String> eTags = new EnumMap<>(ContentEncoding.class);
    private final boolean isWorthCompressing;
    private final EncodedBodies bodies;

    /**
     * What the response was computed from.
     *
     * @param cacheTags a change to a resource that one of them names invalidates the response
     * @param sequence the change log position of the data
     * @param lastModified when the one resource in the response last changed; null for lists
     * @param freshFor how long the response is fresh at most; null: as long as the cache keeps any
     * @param staleIfError how long the response may be served while the database is unreachable
     * @param area the group of the route, whose rules hold for conditional requests
     * @param expiry when the response must no longer be shown, stale or not; null: never
     * @param clock what dates in conditional requests are compared with
     */
    record Validity(List<CacheTag> cacheTags, long sequence, @Nullable Instant lastModified, @Nullable Duration freshFor,
            Duration staleIfError, RouteGroup area, CacheDirectives.@Nullable Expiry expiry, Clock clock) {
        Validity {
            cacheTags = List.copyOf(cacheTags);
        }
    }

    private record Header(CharSequence name, CharSequence value, boolean describesBody) {
    }

    CachedResponse(int status, MultivaluedMap<String, Object> headers, RenderedBody answer, Validity source) {
        this.status = status;
        this.rendered = answer;
        this.validity = source;
        headers.forEach((name, values) -> values.forEach(value -> add(name, value)));
        add("X-Content-Type-Options", "nosniff");
        CorsPolicy.PUBLIC_HEADERS.forEach(this::add);
        for (var encoding : ContentEncoding.values()) {
            eTags.put(encoding, answer.eTag(encoding));
        }
        isWorthCompressing = answer.isWorthCompressing();
        bodies = new EncodedBodies(answer);
    }

    /** Prepares the response for being sent many times. */
    void moveOffHeap() {
        bodies.moveOffHeap();
    }

    private void add(String name, Object value) {
        var lowerCaseName = name.toLowerCase(Locale.ROOT);
        if (!PER_REQUEST_HEADERS.contains(lowerCaseName)) {
            headers.add(new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value.toString()),
                    validity.area != RouteGroup.FEEDS && BODY_HEADERS.contains(lowerCaseName)));
        }
    }

    /** Returns the cache tags: a change to a resource that one of them names invalidates the response. */
    public List<CacheTag> cacheTags() {
        return validity.cacheTags;
    }

    /** Returns the change log position of the data. */
    public long sequence() {
        return validity.sequence;
    }

    /** Returns whether the response must no longer be shown, not even stale. */
    boolean isExpired() {
        return validity.expiry != null && validity.expiry.isOver();
    }

    /** Returns how long the response is fresh, at most {@code longest}. */
    Duration freshFor(Duration longest) {
        var own = validity.freshFor;
        return own == null || own.compareTo(longest) > 0 ? longest : own;
    }

    /** Returns how long the response may be served while the database is unreachable (RFC 5861). */
    public Duration staleIfError() {
        return validity.staleIfError;
    }

    /** Returns the approximate size in bytes. The size grows with each coding. */
    public int weight() {
        var weight = OVERHEAD + bodies.size();
        for (var tag : validity.cacheTags) {
            weight += 72 + tag.text().length();
        }
        for (var header : headers) {
            weight += 40 + header.value.length();
        }
        return weight;
    }

    /** Returns whether the body exists in the coding that this request accepts, or is not sent, because the client has it. */
    public boolean isReadyFor(HttpServerRequest request) {
        var encoding = encoding(request);
        return bodies.find(encoding).isPresent() || status == 200 && matchingETag(request, encoding) != null;
    }

    /** Encodes the body for this request. Takes milliseconds: not for an event loop. */
    public void encodeFor(HttpServerRequest request) {
        bodies.encode(encoding(request));
    }

    /** Returns whether the media type satisfies a simple Accept header. Requests with weights of zero bypass the cache. */
    boolean isAcceptedBy(@Nullable String accept) {
        return isAccepted(accept, rendered.mediaType());
    }

    /** Returns whether a media type satisfies a simple Accept header, without weights of zero. */
    public static boolean isAccepted(@Nullable String accept, String type) {
        if (accept == null || accept.equals("*/*")) {
            return true;
        }
        var parameters = type.indexOf(';');
        return !ZERO_WEIGHT.matcher(accept).find()
                && (accept.contains("*/*") || accept.contains(parameters < 0 ? type : type.substring(0, parameters)));
    }

    /** Sends the response. {@link #encodeFor} must have prepared the coding. */
    public void send(HttpServerRequest request, String cacheStatus, String sequence) {
        var response = request.response();
        var encoding = encoding(request);
        var unchanged = status == 200 ? matchingETag(request, encoding) : null;
        var target = response.headers();
        for (var header : headers) {
            if (unchanged == null || !header.describesBody) {
                target.set(header.name, header.value);
            }
        }
        if (validity.expiry != null) {
            target.set(HttpHeaders.CACHE_CONTROL, validity.expiry.cacheControl());
        }
        if (CacheKey.hasBearerToken(request)) {
            target.set(HttpHeaders.CACHE_CONTROL, CacheHeaders.toPrivate(target.get(HttpHeaders.CACHE_CONTROL)));
        }
        target.set(SEQUENCE, sequence).set(CACHE_STATUS, cacheStatus);
        if (unchanged != null) {
            target.set(HttpHeaders.ETAG, unchanged);
            response.setStatusCode(304).end();
            return;
        }
        response.setStatusCode(status);
        if (status == 200) {
            target.set(HttpHeaders.ETAG, eTags.get(encoding));
        }
        sendBody(request, bodies.find(encoding).orElseThrow(), encoding);
    }

    private void sendBody(HttpServerRequest request, Buffer body, ContentEncoding encoding) {
        var response = request.response();
        if (body.length() > 0) {
            response.headers().set(HttpHeaders.CONTENT_TYPE, rendered.mediaType());
        }
        if (encoding != ContentEncoding.IDENTITY) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, encoding.token());
        }
        response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private @Nullable String matchingETag(HttpServerRequest request, ContentEncoding encoding) {
        var ifNoneMatch = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        var ifModifiedSince = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        if (ifNoneMatch == null && ifModifiedSince == null) {
            return null;
        }
        // The usual case without parsing the list: the client sends the ETag of its last response.
        if (eTags.get(encoding).equals(ifNoneMatch)) {
            return ifNoneMatch;
        }
        return ConditionalGet.of(ifNoneMatch, ifModifiedSince, validity.area, validity.clock)
                .matchingETag(rendered, encoding, Optional.ofNullable(validity.lastModified)).orElse(null);
    }

    private ContentEncoding encoding(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted == null ? ContentEncoding.IDENTITY
                : AcceptEncoding.chooseCached(accepted, isWorthCompressing);
    }
}
