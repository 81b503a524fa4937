package org.depesche.content.model;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.taxonomy.MergeRedirects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Everything an article says, checked and cleaned, with references by id: what the desk keeps as a working copy and what
 * a publication takes its snapshot of. Stored as JSON; members are added, never renamed.
 *
 * @param headline absent in a draft that has none yet; a publication has one
 * @param placements where it stands, the home site first; empty in a draft without a category
 * @param publishedAt what the desk or the import says; absent: the moment of first publication
 * @param translationOf the article this one translates
 * @param aliases former addresses and paths
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ArticleContent(
        String type,
        String language,
        String access,
        @Nullable String kicker,
        @Nullable String headline,
        @Nullable String shortHeadline,
        @Nullable String teaser,
        List<Placement> placements,
        @Nullable ImageReference image,
        @Nullable Advertising advertising,
        List<UUID> tags,
        List<UUID> authors,
        @Nullable Source source,
        boolean sensitive,
        @Nullable Rights rights,
        List<Block> body,
        List<Link> links,
        List<Correction> corrections,
        @Nullable Seo seo,
        @Nullable UUID translationOf,
        List<String> aliases,
        @Nullable Instant publishedAt,
        @Nullable Instant embargoUntil,
        @Nullable Origin origin) {

    public ArticleContent {
        placements = copy(placements);
        tags = copy(tags);
        authors = copy(authors);
        body = body instanceof SerializedBody ? body : copy(body);
        links = copy(links);
        corrections = copy(corrections);
        aliases = copy(aliases);
    }

    ArticleContent withBody(List<Block> other) {
        return new ArticleContent(type, language, access, kicker, headline, shortHeadline, teaser, placements, image,
                advertising, tags, authors, source, sensitive, rights, other, links, corrections, seo, translationOf, aliases,
                publishedAt, embargoUntil, origin);
    }

    /** Without what the projection keeps elsewhere (the body) or must not know. */
    public ArticleContent asPublic() {
        return new ArticleContent(type, language, access, kicker, headline, shortHeadline, teaser, placements, image,
                advertising, tags, authors, source, sensitive, rights, List.of(), links, corrections, seo, translationOf,
                aliases, null, null, null);
    }

    /** What it refers to may have been merged since: the same, with what stands for that now. */
    ArticleContent withMergesResolved(MergeRedirects merged) {
        return new ArticleContent(type, language, access, kicker, headline, shortHeadline, teaser,
                placements.stream().map(placement -> placement.withMergesResolved(merged)).toList(), image, advertising,
                merged.resolve(tags), merged.resolve(authors), source, sensitive, rights, body, links, corrections, seo,
                translationOf, aliases, publishedAt, embargoUntil, origin);
    }

    /** @param category on this site; {@code further} are the other categories it also stands in there */
    public record Placement(UUID site, UUID category, List<UUID> further) {
        public Placement {
            further = copy(further);
        }

        private Placement withMergesResolved(MergeRedirects merged) {
            var main = merged.resolve(category);
            return new Placement(site, main, merged.resolve(further).stream().filter(other -> !other.equals(main)).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "AdvertisingInput", description = "Marks paid content. As the desk writes it.")
    public record Advertising(@Nullable String label, @Nullable Sponsor sponsor) {
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "SponsorInput", description = "Who paid. As the desk writes it.")
    public record Sponsor(String name, @Nullable URI url) {
    }

    /** The journalistic source: an agency, a press release. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "SourceInput", description = "The journalistic source. As the desk writes it.")
    public record Source(String name, @Nullable URI url) {
    }

    /** @param syndication {@code full}, {@code teaser} or {@code none}: what partners may take */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "RightsInput", description = "What others may do with the article. As the desk writes it.")
    public record Rights(@Nullable String copyright, @Nullable URI licenseUrl, @Nullable String syndication) {
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "LinkInput", description = "A link for further reading. As the desk writes it.")
    public record Link(String title, URI url) {
    }

    /** @param at to the second, as it is shown: sent back it is the same */
    @Schema(name = "CorrectionInput", description = "What was wrong, and since when it is right. As the desk writes it.")
    public record Correction(Instant at, String note) {
        public Correction {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "SeoInput", description = "What search engines are told. As the desk writes it.")
    public record Seo(@Nullable String title, @Nullable String description, boolean noindex) {
    }

    /** Where an import found it; never public. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Origin(String system, String id, @Nullable URI url) {
    }

    // absent in stored JSON means empty
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
