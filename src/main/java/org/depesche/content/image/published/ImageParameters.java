package org.depesche.content.image.published;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.depesche.content.image.ImageQuery;
import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of image lists. */
public record ImageParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String credit,
        @RestQuery @Nullable String minWidth,
        @RestQuery @Nullable String orientation,
        @RestQuery @Nullable String crop,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total) {

    private static final String NEWEST_FIRST = "-id";
    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_WORDS = 10;
    private static final int MAX_PIXELS = 1_000_000;

    static final QueryParameter<String> SITE = Sites.SITE;
    public static final QueryParameter<List<String>> Q = QueryParameter.text("q", MAX_CHARACTERS, ImageParameters::words,
            "`q` is one to " + MAX_WORDS + " words, " + MAX_CHARACTERS + " characters at most.")
            .describe("Words that all stand in the alternative text or the caption, in any case.", "hafen fähre");
    public static final QueryParameter<String> CREDIT = QueryParameter.text("credit", MAX_CHARACTERS, ImageParameters::text,
            "`credit` is part of a credit, " + MAX_CHARACTERS + " characters at most.")
            .describe("Part of the credit, in any case.", "photothek.de");
    static final QueryParameter<Integer> MIN_WIDTH = QueryParameter.whole("minWidth", 1, MAX_PIXELS)
            .describe("Only images known to be at least that wide, in pixels.", "1280");
    static final QueryParameter<ImageQuery.Orientation> ORIENTATION = QueryParameter
            .oneOf("orientation", ImageQuery.Orientation.values())
            .describe("`landscape`, `portrait` or `square`.", "landscape");
    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;
    public static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
            .describe("How many items a page has at most, 1 to 100; 15 by default.", "15");
    public static final QueryParameter<String> CURSOR = PageParameters.CURSOR
            .describe("Where to go on: taken from `page.next` or `page.previous`, for the same filter.", "AQACAy1pZA");
    public static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL
            .describe("`true` adds the number of all matches as `page.total`.", "true");

    /** @param asked the parameter; without it, the list has all registered images, used or not */
    public ImageQuery read(@Nullable Site asked, QueryParameters inputs) {
        return read(asked, Set.of(), inputs);
    }

    /** @param missing what the images lack, any of these */
    public ImageQuery read(@Nullable Site asked, Set<ImageQuery.Missing> missing, QueryParameters inputs) {
        var words = inputs.read(Q, q).orElse(List.of());
        var owner = inputs.read(CREDIT, credit).orElse(null);
        var width = inputs.read(MIN_WIDTH, minWidth).orElse(0);
        var lies = inputs.read(ORIENTATION, orientation).orElse(null);
        var filter = (asked == null ? "desk" : asked.id()) + "\n" + words + "\n" + owner + "\n" + width + "\n" + lies
                + (missing.isEmpty() ? "" : "\n" + missing);
        return new ImageQuery(asked, words, owner, width, lies, missing,
                PageParameters.read(inputs, limit, cursor, NEWEST_FIRST, filter), inputs.read(TOTAL, total));
    }

    private static Optional<List<String>> words(String raw) {
        var words = text(raw).map(text -> List.of(text.split("\\s+"))).orElse(List.of());
        return words.isEmpty() || words.size() > MAX_WORDS ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> text(String raw) {
        return Optional.of(raw.strip()).filter(text -> !text.isEmpty() && text.length() <= MAX_CHARACTERS);
    }
}
