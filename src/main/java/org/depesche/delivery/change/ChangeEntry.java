package org.depesche.delivery.change;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.response.CoarseCacheTags;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the change log, as the API shows it. */
@Schema(description = "One change to what the public sees. Entries come in commit order, without gaps.", requiredProperties = {
        "sequence", "type", "id", "at" })
public record ChangeEntry(
        @Schema(description = "Position in the log; only ever grows.", examples = "42") long sequence,
        @Schema(
                description = "What happened. More types may come: ignore those you don't know.",
                examples = "article.updated") String type,
        @Schema(description = "When it happened.", examples = "2024-10-21T09:30:00+02:00", format = "date-time") Instant at,
        @Schema(description = "Of what.") UUID id,
        @Schema(description = "Its slug after the change.", examples = "neu") @Nullable String slug,
        @Schema(description = "Its address after the change, where the site has one.") @Nullable URI url,
        @Schema(description = "Slugs of the sites concerned.") List<String> sites,
        @Schema(description = "Names of the members that differ.") List<String> changed,
        @Schema(description = "What stood before, where it differs.") @Nullable Previous previous,
        @Schema(
                description = "The cache tags of answers that this makes stale.",
                type = SchemaType.ARRAY,
                implementation = String.class) List<CacheTag> cacheTags) {

    /** The previous values of the members that differ. */
    @Schema(name = "PreviousPlace", description = "The former values of what differs.")
    public record Previous(@Nullable String slug, @Nullable URI url, @Nullable String category) {
    }

    /**
     * The part of an entry that remains when its subject is erased: that a change happened, and which cache tags it
     * invalidated.
     */
    ChangeEntry withoutContent() {
        return new ChangeEntry(sequence, type, at, id, null, null, sites, List.of(), null, cacheTags);
    }

    /** The same entry with the URLs of its slugs. */
    ChangeEntry withUrls(Function<String, @Nullable URI> address) {
        var before = previous == null || previous.slug() == null ? previous
                : new Previous(previous.slug(), address.apply(previous.slug()), previous.category());
        return new ChangeEntry(sequence, type, at, id, slug, slug == null ? null : address.apply(slug), sites, changed, before,
                cacheTags);
    }

    /**
     * The entry as it is stored: with its sequence, and with the coarse tag of each cache tag, because responses may
     * have only the coarse one.
     */
    ChangeEntry withSequence(long position) {
        return new ChangeEntry(position, type, at, id, slug, url, sites, changed, previous,
                List.copyOf(CoarseCacheTags.withCoarse(cacheTags)));
    }
}
