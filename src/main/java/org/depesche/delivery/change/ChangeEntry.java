package org.depesche.delivery.change;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.cache.CoarseCacheTags;
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
        @Schema(description = "Slugs of the sites concerned: of an article those that it is on now.") List<String> sites,
        @Schema(
                description = "The part of its address below that of the site; always there with a slug.",
                examples = "/politik/neu") @Nullable String path,
        @Schema(description = "Slug of an article's category.", examples = "politik") @Nullable String category,
        @Schema(
                description = "Slugs of all categories of an article, with those above "
                        + "them.") @Nullable List<String> categories,
        @Schema(description = "Slugs of an article's tags.") @Nullable List<String> tags,
        @Schema(description = "Slugs of an article's authors.") @Nullable List<String> authors,
        @Schema(description = "Names of the members that differ.") List<String> changed,
        @Schema(description = "What stood before, where it differs.") @Nullable PreviousPlace previous,
        @Schema(
                description = "The cache tags of answers that this makes stale.",
                type = SchemaType.ARRAY,
                implementation = String.class) List<CacheTag> cacheTags) {

    /** The previous values of the members that differ. */
    @Schema(name = "PreviousPlace", description = "The former values of what differs.")
    public record PreviousPlace(@Nullable String slug, @Nullable URI url, @Nullable String path, @Nullable String category,
            @Nullable List<String> sites) {

        static PreviousPlace ofSlug(String slug) {
            return new PreviousPlace(slug, null, null, null, null);
        }
    }

    /** The category, tags and authors of an article, and its path. */
    record Place(@Nullable String path, @Nullable String category, @Nullable List<String> categories,
            @Nullable List<String> tags, @Nullable List<String> authors) {

        static final Place NONE = new Place(null, null, null, null, null);
    }

    static ChangeEntry of(String type, Instant at, UUID id, @Nullable String slug, List<String> sites, List<String> changed,
            @Nullable PreviousPlace previous, List<CacheTag> cacheTags) {
        return new ChangeEntry(0, type, at, id, slug, null, sites, null, null, null, null, null, changed, previous, cacheTags);
    }

    /** The same entry with the address and the lists of an article. */
    ChangeEntry at(@Nullable URI address, Place place) {
        return new ChangeEntry(sequence, type, at, id, slug, address, sites, place.path(), place.category(),
                place.categories(), place.tags(), place.authors(), changed, previous, cacheTags);
    }

    /** The same entry for the followers of a site that the article left: they see it no more. */
    ChangeEntry asUnpublished(String site) {
        return new ChangeEntry(sequence, "article.unpublished", at, id, slug, url, List.of(site), path, category, categories,
                tags, authors, changed, previous, cacheTags);
    }

    /** The same entry, concerning these sites. */
    ChangeEntry onSites(List<String> slugs) {
        return new ChangeEntry(sequence, type, at, id, slug, url, slugs, path, category, categories, tags, authors, changed,
                previous, cacheTags);
    }

    /**
     * The part of an entry that remains when its subject is erased: that a change happened, and which cache tags it
     * invalidated.
     */
    ChangeEntry withoutContent() {
        return new ChangeEntry(sequence, type, at, id, null, null, sites, null, null, null, null, null, List.of(), null,
                cacheTags);
    }

    /** The same entry of an article, when some of its authors are erased. */
    ChangeEntry withoutAuthors(Set<String> erased) {
        var others = authors == null ? null : authors.stream().filter(author -> !erased.contains(author)).toList();
        return new ChangeEntry(sequence, type, at, id, slug, url, sites, path, category, categories, tags, others, changed,
                previous, cacheTags);
    }

    /** The same entry with the URLs and paths of its slugs. */
    ChangeEntry withUrls(Function<String, @Nullable URI> address, UnaryOperator<String> pathOf) {
        var before = previous == null || previous.slug() == null ? previous
                : new PreviousPlace(previous.slug(), address.apply(previous.slug()), pathOf.apply(previous.slug()),
                        previous.category(), previous.sites());
        return new ChangeEntry(sequence, type, at, id, slug, slug == null ? null : address.apply(slug), sites,
                slug == null ? null : pathOf.apply(slug), category, categories, tags, authors, changed, before, cacheTags);
    }

    /**
     * The entry as it is stored: with its sequence, and with the coarse tag of each cache tag, because responses may
     * have only the coarse one.
     */
    ChangeEntry withSequence(long position) {
        return new ChangeEntry(position, type, at, id, slug, url, sites, path, category, categories, tags, authors, changed,
                previous, List.copyOf(CoarseCacheTags.withCoarse(cacheTags)));
    }
}
