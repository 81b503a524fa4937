package org.depesche.platform.http.response;

import java.nio.ByteBuffer;
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

import org.depesche.platform.http.CorsPolicy;
import org.depesche.platform.http.ReadYourWrites;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * An answer that is finished once and can be sent any number of times: its bytes in each coding that was asked for, its entity
 * tags, its headers. Conditions and Accept-Encoding of each caller are honoured anew.
 */
public final class CachedResponse {

    /** Differ from caller to caller, or are made anew for each. */
    private static final Set<String> PER_REQUEST_HEADERS = Set.of("depesche-sequence", "cache-status", "etag", "content-length",
            "content-encoding", "content-type");
    /** What describes a body (RFC 9110, section 15.4.5). */
    private static final Set<String> BODY_HEADERS = Set.of("last-modified", "link");
    /** RFC 9110, section 12.4.2: a weight of nothing. */
    private static final Pattern ZERO_WEIGHT = Pattern.compile("[qQ]=0(\\.0*)?\\s*(,|;|$)");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");
    private static final CharSequence SEQUENCE = HttpHeaders.createOptimized(ReadYourWrites.HEADER);
    /** What an entry weighs besides its bytes: objects, references, the key's own. */
    private static final int OVERHEAD = 600;

    private final int status;
    private final RenderedBody rendered;
    private final Validity validity;
    private final List<Header> headers = new ArrayList<>();
    private final Map<ContentEncoding, String> eTags = new EnumMap<>(ContentEncoding.class);
    private final boolean isWorthCompressing;
    private volatile Map<ContentEncoding, Buffer> bodies;

    /**
     * What it was made of.
     *
     * @param tags a change to what one of them names makes the answer stale
     * @param sequence the position in the change log it was made from
     * @param changedAt when the one resource it shows last changed
     * @param staleIfError how long it may be given although nobody can say whether it is still true
     */
    record Validity(Set<String> cacheTags, long sequence, @Nullable Instant lastModified, Duration staleIfError) {
        Validity {
            cacheTags = Set.copyOf(cacheTags);
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
        bodies = new EnumMap<>(Map.of(ContentEncoding.IDENTITY, offHeap(answer.body())));
    }

    /** Outside the heap, from where the socket takes them as they are; in it they would be copied for each caller. */
    @SuppressWarnings("deprecation") // Vert.x 4 has no other way to wrap memory of Netty's
    private static Buffer offHeap(byte[] bytes) {
        return Buffer.buffer(Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip())).asReadOnly());
    }

    private void add(String name, Object value) {
        var folded = name.toLowerCase(Locale.ROOT);
        if (!PER_REQUEST_HEADERS.contains(folded)) {
            headers.add(new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value.toString()),
                    BODY_HEADERS.contains(folded)));
        }
    }

    /** A change to what one of these names makes it stale. */
    public Set<String> cacheTags() {
        return validity.cacheTags;
    }

    /** The position in the change log it was made from. */
    public long sequence() {
        return validity.sequence;
    }

    /** How long it may be given although nobody can say whether it is still true (RFC 5861). */
    public Duration staleIfError() {
        return validity.staleIfError;
    }

    /** About how many bytes it takes; grows with each coding it is asked for in. */
    public int weight() {
        var weight = OVERHEAD + rendered.body().length; // of which the server needs a copy of its own
        for (var body : bodies.values()) {
            weight += body.length();
        }
        for (var tag : validity.cacheTags) {
            weight += 56 + tag.length();
        }
        for (var header : headers) {
            weight += 40 + header.value.length();
        }
        return weight;
    }

    /** Can a caller with this Accept-Encoding be served without first coding the body? */
    public boolean isEncodedFor(HttpServerRequest request) {
        return body(encoding(request)).isPresent();
    }

    /** Codes the body for such a caller. Takes milliseconds: not for an event loop. */
    public synchronized void encodeFor(HttpServerRequest request) {
        var encoding = encoding(request);
        if (body(encoding).isEmpty()) {
            var coded = offHeap(rendered.encoded(encoding));
            var more = new EnumMap<>(bodies);
            more.put(encoding, coded);
            bodies = more;
        }
    }

    /** May it be given to a caller who accepts only certain types? Who is choosy beyond that is served the long way. */
    public boolean isAcceptedBy(@Nullable String accept) {
        if (accept == null || accept.equals("*/*")) {
            return true;
        }
        var type = rendered.mediaType();
        var end = type.indexOf(';');
        return !ZERO_WEIGHT.matcher(accept).find()
                && (accept.contains("*/*") || accept.contains(end < 0 ? type : type.substring(0, end)));
    }

    /** Answers; the codings must be ready. */
    public void send(HttpServerRequest request, String cacheStatus, String sequence) {
        var response = request.response();
        var encoding = encoding(request);
        var unchanged = status == 200 ? matchingETag(request, encoding) : null;
        var given = response.headers();
        for (var header : headers) {
            if (unchanged == null || !header.describesBody) {
                given.set(header.name, header.value);
            }
        }
        given.set(SEQUENCE, sequence).set(CACHE_STATUS, cacheStatus);
        if (unchanged != null) {
            given.set(HttpHeaders.ETAG, unchanged);
            response.setStatusCode(304).end();
            return;
        }
        response.setStatusCode(status);
        if (status == 200) {
            given.set(HttpHeaders.ETAG, eTags.get(encoding));
        }
        sendBody(request, body(encoding).orElseThrow(), encoding);
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
        // The usual case without taking a list apart: the very tag that was sent the last time.
        if (eTags.get(encoding).equals(ifNoneMatch)) {
            return ifNoneMatch;
        }
        return new ConditionalGet(ifNoneMatch, ifModifiedSince)
                .matchingETag(rendered, encoding, Optional.ofNullable(validity.lastModified)).orElse(null);
    }

    private ContentEncoding encoding(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted == null ? ContentEncoding.IDENTITY
                : AcceptEncoding.chooseCached(accepted, isWorthCompressing);
    }

    private Optional<Buffer> body(ContentEncoding encoding) {
        return Optional.ofNullable(bodies.get(encoding));
    }
}
