package org.depesche.platform.http.response;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.depesche.kernel.HttpDate;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A request to read a file. All routes that send files evaluate its conditions and its range here, in the order of RFC 9110,
 * section 13.2.2.
 */
public final class FileRequest {

    private final boolean isGet;
    private final Function<String, @Nullable String> headers;
    private final Clock clock;

    FileRequest(String method, Function<String, @Nullable String> headers, Clock clock) {
        this.isGet = method.equals("GET");
        this.headers = headers;
        this.clock = clock;
    }

    /** The request that is running. */
    public static FileRequest of(Request request, HttpHeaders headers, Clock clock) {
        return new FileRequest(request.getMethod(), headers::getHeaderString, clock);
    }

    /**
     * A file.
     *
     * @param eTag with its quotes
     */
    public record Content(String eTag, Instant lastModified, String mediaType, long byteSize, Opener opener) {
    }

    /** Opens a part of a file. */
    @FunctionalInterface
    public interface Opener {

        InputStream open(long offset, long length) throws IOException;
    }

    /**
     * Returns the response: the file, a part of it, the headers alone, or 304.
     *
     * @throws Problem 412 if {@code If-Match} or {@code If-Unmodified-Since} does not hold, or 416
     * @throws IOException if the file cannot be opened
     */
    public Response.ResponseBuilder respond(Content file) throws IOException {
        if (!isPresentVersion(file)) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, "The file is not the one that the request expects.")
                    .header("ETag", file.eTag);
        }
        var response = Response.ok().header("ETag", file.eTag).header("Last-Modified", HttpDate.of(file.lastModified))
                .header("Accept-Ranges", "bytes");
        if (isKnown(file)) {
            return response.status(304);
        }
        response.type(file.mediaType);
        if (!isGet) { // a range is defined for GET alone (section 14.2)
            return response.header("Content-Length", file.byteSize);
        }
        var requested = isRangeValid(file) ? ByteRange.parse(header("Range")) : Optional.<ByteRange.Requested> empty();
        var whole = new ByteRange(0, file.byteSize - 1);
        var range = requested.map(part -> part.within(file.byteSize).orElseThrow(() -> unsatisfiable(file))).orElse(whole);
        if (requested.isPresent()) {
            response.status(206).header("Content-Range",
                    "bytes " + range.first() + "-" + range.last() + "/" + file.byteSize);
        }
        return response.header("Content-Length", range.length()).entity(file.opener.open(range.first(), range.length()));
    }

    private @Nullable String header(String name) {
        return headers.apply(name);
    }

    /** {@code If-Match} compares strongly. {@code If-Unmodified-Since} counts only without it. */
    private boolean isPresentVersion(Content file) {
        var ifMatch = header("If-Match");
        if (ifMatch != null) {
            return isAny(ifMatch) || ETagList.strong(ifMatch).contains(unquoted(file.eTag));
        }
        return date("If-Unmodified-Since").map(since -> !modified(file).isAfter(since)).orElse(true);
    }

    /** {@code If-None-Match} compares weakly. {@code If-Modified-Since} counts only without it. */
    private boolean isKnown(Content file) {
        var ifNoneMatch = header("If-None-Match");
        if (ifNoneMatch != null) {
            return isAny(ifNoneMatch) || ETagList.all(ifNoneMatch).contains(unquoted(file.eTag));
        }
        return date("If-Modified-Since").map(since -> !modified(file).isAfter(since) && !since.isAfter(clock.instant()))
                .orElse(false);
    }

    /** A date has to be the very one that was sent (section 13.1.5). */
    private boolean isRangeValid(Content file) {
        var ifRange = header("If-Range");
        return ifRange == null || ifRange.strip().equals(file.eTag)
                || HttpDate.parse(ifRange, clock.instant()).filter(modified(file)::equals).isPresent();
    }

    private Optional<Instant> date(String name) {
        return Optional.ofNullable(header(name)).flatMap(date -> HttpDate.parse(date, clock.instant()));
    }

    /** Dates of headers have no fractions. */
    private static Instant modified(Content file) {
        return file.lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean isAny(String tags) {
        return tags.strip().equals("*");
    }

    private static String unquoted(String eTag) {
        return eTag.substring(1, eTag.length() - 1);
    }

    private static Problem unsatisfiable(Content file) {
        return new Problem(ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + file.byteSize + " bytes.")
                .header("Content-Range", "bytes */" + file.byteSize);
    }
}
