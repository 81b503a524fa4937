package org.depesche.platform.http.response;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.kernel.HttpDate;
import org.depesche.platform.http.RouteGroup;
import org.jspecify.annotations.Nullable;

/** The conditions of a GET request (RFC 9110, section 13). Decides between 200 and 304. */
public record ConditionalGet(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince, Clock clock) {

    /** The conditions of a request. Feed readers may leave out the quotes of a tag, as many do. */
    public static ConditionalGet of(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince, RouteGroup area,
            Clock clock) {
        var isUnquoted = area == RouteGroup.FEEDS && ifNoneMatch != null && ifNoneMatch.strip().matches("[\\w-]+");
        return new ConditionalGet(isUnquoted ? '"' + ifNoneMatch.strip() + '"' : ifNoneMatch, ifModifiedSince, clock);
    }

    /**
     * Returns the entity tag of the 304 response, or empty if the body must be sent. If-None-Match compares tags weakly,
     * and the tag of each coding matches. If-Modified-Since counts only without If-None-Match.
     */
    public Optional<String> matchingETag(RenderedBody body, ContentEncoding encoding, Optional<Instant> lastModified) {
        if (ifNoneMatch == null) {
            return lastModified.filter(this::isNotModifiedSince).map(at -> body.eTag(encoding));
        }
        if (ifNoneMatch.strip().equals("*")) {
            return Optional.of(body.eTag(encoding));
        }
        var clientTags = ETagList.all(ifNoneMatch).stream().map(tag -> '"' + tag + '"').toList();
        return possibleETags(body, encoding).filter(clientTags::contains).findFirst();
    }

    /** The coding that would be sent comes first: a cache finds its stored response by the tag of the 304. */
    private static Stream<String> possibleETags(RenderedBody body, ContentEncoding encoding) {
        return Stream.concat(Stream.of(encoding), List.of(ContentEncoding.values()).stream()).map(body::eTag);
    }

    /** A date ahead of the clock is none that this service gave; a 304 to it would never end (RFC 2616, section 14.25). */
    private boolean isNotModifiedSince(Instant lastModified) {
        return Optional.ofNullable(ifModifiedSince).flatMap(date -> HttpDate.parse(date, clock.instant()))
                .filter(since -> !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(since)
                        && !since.isAfter(clock.instant()))
                .isPresent();
    }
}
