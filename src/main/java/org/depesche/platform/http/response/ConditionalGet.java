package org.depesche.platform.http.response;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a reader already holds (RFC 9110, section 13): decides between 200 and 304. */
record ConditionalGet(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    /**
     * The entity tag a 304 carries, or empty when the body must be sent. Tags are compared weakly, as for If-None-Match they
     * are; each of the answer's codings counts. If-Modified-Since is looked at only without If-None-Match.
     */
    Optional<String> matchingETag(RenderedBody answer, ContentEncoding chosen, Optional<Instant> changedAt) {
        if (ifNoneMatch == null) {
            return changedAt.filter(this::isNotModifiedSince).map(at -> answer.eTag(chosen));
        }
        if (ifNoneMatch.strip().equals("*")) {
            return Optional.of(answer.eTag(chosen));
        }
        var held = ETagList.all(ifNoneMatch).stream().map(tag -> '"' + tag + '"').toList();
        return possibleETags(answer, chosen).filter(held::contains).findFirst();
    }

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant.atZone(ZoneOffset.UTC));
    }

    /** The coding that would be sent comes first: a cache finds its stored answer by the tag of the 304. */
    private static Stream<String> possibleETags(RenderedBody answer, ContentEncoding chosen) {
        return Stream.concat(Stream.of(chosen), List.of(ContentEncoding.values()).stream()).map(answer::eTag);
    }

    private boolean isNotModifiedSince(Instant changedAt) {
        try {
            var since = ifModifiedSince == null ? Instant.MIN : ZonedDateTime.parse(ifModifiedSince, HTTP_DATE).toInstant();
            return !changedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
