package org.depesche.platform.page;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The position of a page in its list: the maximum number of items, and the URLs of the adjacent pages. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Page", description = "Where this page stands in its list")
public record Page(
        @Schema(
                required = true,
                examples = "15",
                minimum = "1",
                maximum = "100",
                description = "How many items a page has at most") int limit,
        @Schema(
                description = "Address of the next page; absent on the last one",
                format = "uri",
                examples = "https://api.example.org/v1/articles?limit=15&cursor=AQAC") @Nullable URI next,
        @Schema(
                description = "Address of the page before; absent on the first one",
                format = "uri",
                examples = "https://api.example.org/v1/articles?limit=15&cursor=AQEC") @Nullable URI previous,
        @Schema(
                description = "The `cursor` of the next page, for clients that build the address; absent on the last one. "
                        + "Of changes it is the next `since`",
                examples = "AQAC") @Nullable String nextCursor,
        @Schema(
                description = "The `cursor` of the page before; absent on the first one",
                examples = "AQEC") @Nullable String previousCursor,
        @Schema(
                description = "How many items the whole list has; only with total=true",
                examples = "1234") @Nullable Long total) {

    /**
     * The page of a slice.
     * @param address maps a cursor to the URL of the same request with that cursor
     */
    public static Page of(Slice<?> slice, Function<String, URI> address) {
        return new Page(slice.limit(), url(slice.next(), address), url(slice.previous(), address), slice.next(),
                slice.previous(), null);
    }

    /** The only page of a list. */
    public static Page single(int limit) {
        return new Page(limit, null, null, null, null, null);
    }

    public Page withTotal(long count) {
        return new Page(limit, next, previous, nextCursor, previousCursor, count);
    }

    /** The URL of the next page, if there is one. */
    public Optional<URI> nextPage() {
        return Optional.ofNullable(next);
    }

    /** The URL of the previous page, if there is one. */
    public Optional<URI> previousPage() {
        return Optional.ofNullable(previous);
    }

    private static @Nullable URI url(@Nullable String cursor, Function<String, URI> address) {
        return cursor == null ? null : address.apply(cursor);
    }
}
