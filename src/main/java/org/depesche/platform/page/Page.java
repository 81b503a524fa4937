package org.depesche.platform.page;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Where a list stands: how many items a page has at most, and the ready-made addresses of its neighbours. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Page", description = "Where this page stands in its list")
public record Page(
        @Schema(required = true, examples = "15", minimum = "1", maximum = "100", description = "How many items a page has at most") int limit,
        @Schema(description = "Address of the next page; absent on the last one", format = "uri", examples = "https://api.example.org/v1/articles?limit=15&cursor=AQAC") @Nullable URI next,
        @Schema(description = "Address of the page before; absent on the first one", format = "uri", examples = "https://api.example.org/v1/articles?limit=15&cursor=AQEC") @Nullable URI previous,
        @Schema(description = "How many items the whole list has; only with total=true", examples = "1234") @Nullable Long total) {

    /** Of a slice: {@code address} makes the URL of the same request with another cursor. */
    public static Page of(Slice<?> slice, Function<String, URI> address) {
        return new Page(slice.limit(), url(slice.next(), address), url(slice.previous(), address), null);
    }

    /** A list that is whole on its one page. */
    public static Page single(int limit) {
        return new Page(limit, null, null, null);
    }

    public Page withTotal(long count) {
        return new Page(limit, next, previous, count);
    }

    /** The neighbour after this page, if there is one. */
    public Optional<URI> nextPage() {
        return Optional.ofNullable(next);
    }

    /** The neighbour before this page, if there is one. */
    public Optional<URI> previousPage() {
        return Optional.ofNullable(previous);
    }

    private static @Nullable URI url(@Nullable String cursor, Function<String, URI> address) {
        return cursor == null ? null : address.apply(cursor);
    }
}
