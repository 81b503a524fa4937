package org.depesche.content.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.depesche.content.site.Site;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of image lists. */
public record ImageParameters(
        @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
        @Parameter(description = "Words that all stand in the alternative text or the caption, in any case.", example = "hafen fähre") @RestQuery @Nullable String q,
        @Parameter(description = "Part of the credit, in any case.", example = "photothek.de") @RestQuery @Nullable String credit,
        @Parameter(description = "Only images known to be at least that wide, in pixels.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000"), example = "1280") @RestQuery @Nullable String minWidth,
        @Parameter(description = "`landscape`, `portrait` or `square`.", schema = @Schema(type = SchemaType.STRING, enumeration = {
                "landscape", "portrait", "square" }), example = "landscape") @RestQuery @Nullable String orientation,
        @Parameter(description = "How many items a page has at most, 1 to 100; 15 by default.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "15"), example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`, for the same filter.", example = "AQACAy1pZA") @RestQuery @Nullable String cursor,
        @Parameter(description = "`true` adds the number of all matches as `page.total`.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"), example = "true") @RestQuery @Nullable String total){

    private static final String NEWEST_FIRST = "-id";
    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_WORDS = 10;
    private static final int MAX_PIXELS = 1_000_000;
    private static final Map<String, ImageQuery.Orientation> ORIENTATIONS = Arrays.stream(ImageQuery.Orientation.values())
            .collect(Collectors.toMap(value -> value.name().toLowerCase(Locale.ROOT), Function.identity()));

    /**
     * Reads and checks the parameters.
     *
     * @param requestedSite null for all registered images, used or not
     */
    public ImageQuery read(@Nullable Site requestedSite, QueryParameters inputs) {
        var words = inputs.parse("q", q, ImageParameters::words,
                "`q` is one to " + MAX_WORDS + " words, " + MAX_CHARACTERS + " characters at most.").orElse(List.of());
        var creditPart = inputs.parse("credit", credit, ImageParameters::text,
                "`credit` is part of a credit, " + MAX_CHARACTERS + " characters at most.").orElse(null);
        var width = inputs.number("minWidth", minWidth, 0, 1, MAX_PIXELS);
        var shape = orientation == null ? null
                : inputs.choice("orientation", orientation, ImageQuery.Orientation.LANDSCAPE, ORIENTATIONS);
        var filter = (requestedSite == null ? "desk" : requestedSite.id()) + "\n" + words + "\n" + creditPart + "\n" + width
                + "\n" + shape;
        return new ImageQuery(requestedSite, words, creditPart, width, shape, page(inputs, filter),
                inputs.flag("total", total, false));
    }

    private PageQuery page(QueryParameters inputs, String filter) {
        var decoded = inputs.parse("cursor", cursor, text -> Cursor.decode(text, NEWEST_FIRST, filter), Cursor.INVALID_MESSAGE);
        return new PageQuery(inputs.number("limit", limit, PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT), NEWEST_FIRST,
                filter,
                decoded.orElse(null));
    }

    private static Optional<List<String>> words(String raw) {
        var words = text(raw).map(text -> List.of(text.split("\\s+"))).orElse(List.of());
        return words.isEmpty() || words.size() > MAX_WORDS ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> text(String raw) {
        return Optional.of(raw.strip()).filter(text -> !text.isEmpty() && text.length() <= MAX_CHARACTERS);
    }
}
