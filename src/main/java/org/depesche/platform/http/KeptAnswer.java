package org.depesche.platform.http;

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
public final class KeptAnswer {

    /** Differ from caller to caller, or are made anew for each. */
    private static final Set<String> PASSING = Set.of("depesche-sequence", "cache-status", "etag", "content-length",
            "content-encoding", "content-type");
    /** What describes a body (RFC 9110, section 15.4.5). */
    private static final Set<String> OF_BODIES = Set.of("last-modified", "link");
    /** RFC 9110, section 12.4.2: a weight of nothing. */
    private static final Pattern RULED_OUT = Pattern.compile("[qQ]=0(\\.0*)?\\s*(,|;|$)");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");
    private static final CharSequence SEQUENCE = HttpHeaders.createOptimized(AnswerHeaders.SEQUENCE);
    /** What an entry weighs besides its bytes: objects, references, the key's own. */
    private static final int OVERHEAD = 600;

    private final int status;
    private final RenderedAnswer answer;
    private final Source source;
    private final List<Header> headers = new ArrayList<>();
    private final Map<Encoding, String> tags = new EnumMap<>(Encoding.class);
    private final boolean isWorthCompressing;
    private volatile Map<Encoding, Buffer> bodies;

    /**
     * What it was made of.
     *
     * @param tags a change to what one of them names makes the answer stale
     * @param sequence the position in the change log it was made from
     * @param changedAt when the one resource it shows last changed
     * @param staleIfError how long it may be given although nobody can say whether it is still true
     */
    record Source(Set<String> tags, long sequence, @Nullable Instant changedAt, Duration staleIfError) {
        Source {
            tags = Set.copyOf(tags);
        }
    }

    private record Header(CharSequence name, CharSequence value, boolean isOfBody) {
    }

    KeptAnswer(int status, MultivaluedMap<String, Object> headers, RenderedAnswer answer, Source source) {
        this.status = status;
        this.answer = answer;
        this.source = source;
        headers.forEach((name, values) -> values.forEach(value -> add(name, value)));
        add("X-Content-Type-Options", "nosniff");
        CrossOrigin.PUBLIC.forEach(this::add);
        for (var encoding : Encoding.values()) {
            tags.put(encoding, answer.tag(encoding));
        }
        isWorthCompressing = answer.isWorthCompressing();
        bodies = new EnumMap<>(Map.of(Encoding.IDENTITY, outside(answer.body())));
    }

    /** Outside the heap, from where the socket takes them as they are; in it they would be copied for each caller. */
    @SuppressWarnings("deprecation") // Vert.x 4 has no other way to wrap memory of Netty's
    private static Buffer outside(byte[] bytes) {
        return Buffer.buffer(Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip())).asReadOnly());
    }

    private void add(String name, Object value) {
        var folded = name.toLowerCase(Locale.ROOT);
        if (!PASSING.contains(folded)) {
            headers.add(new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value.toString()),
                    OF_BODIES.contains(folded)));
        }
    }

    /** A change to what one of these names makes it stale. */
    public Set<String> tags() {
        return source.tags;
    }

    /** The position in the change log it was made from. */
    public long sequence() {
        return source.sequence;
    }

    /** How long it may be given although nobody can say whether it is still true (RFC 5861). */
    public Duration staleIfError() {
        return source.staleIfError;
    }

    /** About how many bytes it takes; grows with each coding it is asked for in. */
    public int weight() {
        var weight = OVERHEAD + answer.body().length; // of which the server needs a copy of its own
        for (var body : bodies.values()) {
            weight += body.length();
        }
        for (var tag : source.tags) {
            weight += 56 + tag.length();
        }
        for (var header : headers) {
            weight += 40 + header.value.length();
        }
        return weight;
    }

    /** Can a caller with this Accept-Encoding be served without first coding the body? */
    public boolean isReadyFor(HttpServerRequest request) {
        return body(encoding(request)).isPresent();
    }

    /** Codes the body for such a caller. Takes milliseconds: not for an event loop. */
    public synchronized void prepareFor(HttpServerRequest request) {
        var encoding = encoding(request);
        if (body(encoding).isEmpty()) {
            var coded = outside(answer.in(encoding));
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
        var type = answer.mediaType();
        var end = type.indexOf(';');
        return !RULED_OUT.matcher(accept).find()
                && (accept.contains("*/*") || accept.contains(end < 0 ? type : type.substring(0, end)));
    }

    /** Answers; the codings must be ready. */
    public void send(HttpServerRequest request, String cacheStatus, String sequence) {
        var response = request.response();
        var encoding = encoding(request);
        var unchanged = status == 200 ? unchanged(request, encoding) : null;
        var given = response.headers();
        for (var header : headers) {
            if (unchanged == null || !header.isOfBody) {
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
            given.set(HttpHeaders.ETAG, tags.get(encoding));
        }
        sendBody(request, body(encoding).orElseThrow(), encoding);
    }

    private void sendBody(HttpServerRequest request, Buffer body, Encoding encoding) {
        var response = request.response();
        if (body.length() > 0) {
            response.headers().set(HttpHeaders.CONTENT_TYPE, answer.mediaType());
        }
        if (encoding != Encoding.IDENTITY) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, encoding.token());
        }
        response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private @Nullable String unchanged(HttpServerRequest request, Encoding encoding) {
        var ifNoneMatch = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        var ifModifiedSince = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        if (ifNoneMatch == null && ifModifiedSince == null) {
            return null;
        }
        // The usual case without taking a list apart: the very tag that was sent the last time.
        if (tags.get(encoding).equals(ifNoneMatch)) {
            return ifNoneMatch;
        }
        return new Conditions(ifNoneMatch, ifModifiedSince)
                .unchanged(answer, encoding, Optional.ofNullable(source.changedAt)).orElse(null);
    }

    private Encoding encoding(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted == null ? Encoding.IDENTITY
                : AcceptEncoding.chosen(accepted, isWorthCompressing);
    }

    private Optional<Buffer> body(Encoding encoding) {
        return Optional.ofNullable(bodies.get(encoding));
    }
}
