package org.depesche.content.model;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.taxonomy.MergedIds;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The validated content of an article, with references by id. The desk edits it as a working copy; a publication takes a
 * snapshot of it. {@link StoredContent} is its JSON.
 */
public record ArticleContent(Classification classification, Story story, Attribution attribution, Distribution distribution) {

    public ArticleContent withClassification(UnaryOperator<Classification> change) {
        return new ArticleContent(change.apply(classification), story, attribution, distribution);
    }

    public ArticleContent withStory(UnaryOperator<Story> change) {
        return new ArticleContent(classification, change.apply(story), attribution, distribution);
    }

    public ArticleContent withDistribution(UnaryOperator<Distribution> change) {
        return new ArticleContent(classification, story, attribution, change.apply(distribution));
    }

    /** Returns the content without internal members, and without its body, which the projection stores in another column. */
    public ArticleContent asPublic() {
        return withStory(text -> text.withBody(List.of())).withDistribution(Distribution::asPublic);
    }

    /** Replaces the ids of merged categories, tags and authors by the ids of their targets. */
    ArticleContent withMergesResolved(MergedIds merged) {
        return withClassification(former -> former.withReferences(
                former.placements.stream().map(placement -> placement.withMergesResolved(merged)).toList(),
                merged.resolve(former.tags), merged.resolve(former.authors)));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ArticleContent fromStored(StoredContent stored) {
        return stored.toContent();
    }

    @JsonValue
    StoredContent toStored() {
        return StoredContent.of(this);
    }

    /**
     * The kind of article, and the lists in which it appears.
     *
     * @param placements the home site first; empty in a draft without a category
     */
    public record Classification(String type, String language, String access, boolean sensitive, List<Placement> placements,
            List<UUID> tags, List<UUID> authors) {

        public Classification {
            placements = copy(placements);
            tags = copy(tags);
            authors = copy(authors);
        }

        public Classification withReferences(List<Placement> newPlacements, List<UUID> newTags, List<UUID> newAuthors) {
            return new Classification(type, language, access, sensitive, newPlacements, newTags, newAuthors);
        }

        public Classification withLanguage(String other) {
            return new Classification(type, other, access, sensitive, placements, tags, authors);
        }
    }

    /** @param headline absent in a draft that has none yet; a published article has one */
    public record Story(@Nullable String kicker, @Nullable String headline, @Nullable String shortHeadline,
            @Nullable String teaser, @Nullable ImageReference image, List<Block> body, List<Link> links,
            List<Correction> corrections) {

        public static final Story EMPTY = new Story(null, null, null, null, null, List.of(), List.of(), List.of());

        public Story {
            body = body instanceof SerializedBody ? body : copy(body);
            links = copy(links);
            corrections = copy(corrections);
        }

        public Story withImage(@Nullable ImageReference other) {
            return new Story(kicker, headline, shortHeadline, teaser, other, body, links, corrections);
        }

        public Story withBody(List<Block> other) {
            return new Story(kicker, headline, shortHeadline, teaser, image, other, links, corrections);
        }

        public Story withLinks(List<Link> other) {
            return new Story(kicker, headline, shortHeadline, teaser, image, body, other, corrections);
        }

        public Story withCorrections(List<Correction> other) {
            return new Story(kicker, headline, shortHeadline, teaser, image, body, links, other);
        }
    }

    /** Whom the article credits, and how it was made. */
    public record Attribution(@Nullable Source source, @Nullable Rights rights, @Nullable Advertising advertising,
            @Nullable Production production) {

        public static final Attribution NONE = new Attribution(null, null, null, null);
    }

    /**
     * @param translationOf the article that this article translates
     * @param aliases former URLs and paths
     * @param publishedAt the time that the desk or an import has set; null means the time of the first publication
     */
    public record Distribution(@Nullable Seo seo, @Nullable UUID translationOf, List<String> aliases,
            @Nullable Instant publishedAt, @Nullable Instant embargoUntil, @Nullable Origin origin) {

        public static final Distribution NONE = new Distribution(null, null, List.of(), null, null, null);

        public Distribution {
            aliases = copy(aliases);
        }

        public Distribution withTranslationOf(@Nullable UUID other) {
            return new Distribution(seo, other, aliases, publishedAt, embargoUntil, origin);
        }

        public Distribution withPublishedAt(@Nullable Instant other) {
            return new Distribution(seo, translationOf, aliases, other, embargoUntil, origin);
        }

        public Distribution withEmbargoUntil(@Nullable Instant other) {
            return new Distribution(seo, translationOf, aliases, publishedAt, other, origin);
        }

        private Distribution asPublic() {
            return new Distribution(seo, translationOf, aliases, null, null,
                    origin == null || origin.guid() == null ? null : origin.guidAlone());
        }
    }

    /**
     * The categories of an article on one site.
     *
     * @param category the main category on this site
     * @param further the other categories on this site
     */
    public record Placement(UUID site, UUID category, List<UUID> further) {
        public Placement {
            further = copy(further);
        }

        private Placement withMergesResolved(MergedIds merged) {
            var main = merged.resolve(category);
            return new Placement(site, main, merged.resolve(further).stream().filter(other -> !other.equals(main)).toList());
        }
    }

    /** The label of paid content, and who paid for it. An article without it is journalism. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "AdvertisingInput", description = "Marks paid content. As the desk writes it.")
    public record Advertising(@Schema(maxLength = ContentLimits.NAME) @Nullable String label, @Nullable Sponsor sponsor) {
    }

    /**
     * How far a machine wrote the article.
     *
     * @param ai {@code none}, {@code assisted} or {@code generated}
     * @param reviewed whether a person has reviewed it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "ProductionInput", description = "How far a machine wrote the article. As the desk writes it.")
    public record Production(
            @Schema(required = true, implementation = AiUse.class, examples = "assisted",
                    description = "`none`, `assisted` or `generated`.") String ai,
            @Schema(description = "The note about it to readers.", maxLength = ContentLimits.NOTE,
                    examples = "Übersetzt mit DeepL") @Nullable String note,
            @Schema(required = true, description = "Whether a person has reviewed it; what is `generated` is published only "
                    + "then.") boolean reviewed) {
    }

    /** The client who paid for an article. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "SponsorInput", description = "Who paid. As the desk writes it.")
    public record Sponsor(
            @Schema(required = true, maxLength = ContentLimits.NAME, examples = "Stadtwerke Beispielstadt") String name,
            @Schema(maxLength = WebUrl.MAX_LENGTH) @Nullable URI url) {
    }

    /** The journalistic source, such as an agency or a press release. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "SourceInput", description = "The journalistic source. As the desk writes it.")
    public record Source(
            @Schema(required = true, maxLength = ContentLimits.NAME, examples = "Senatskanzlei Berlin") String name,
            @Schema(maxLength = WebUrl.MAX_LENGTH) @Nullable URI url) {
    }

    /**
     * The rights to an article.
     *
     * @param syndication the part that partners may take: {@code full}, {@code teaser} or {@code none}
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "RightsInput", description = "What others may do with the article. As the desk writes it.")
    public record Rights(@Schema(maxLength = ContentLimits.NOTE) @Nullable String copyright,
            @Schema(maxLength = WebUrl.MAX_LENGTH) @Nullable URI licenseUrl,
            @Schema(implementation = SyndicationLevel.class, examples = "full") @Nullable String syndication,
            @Nullable MachineUse machineUse) {

        public Rights(@Nullable String copyright, @Nullable URI licenseUrl, @Nullable String syndication) {
            this(copyright, licenseUrl, syndication, null);
        }
    }

    /** A link for further reading. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "LinkInput", description = "A link for further reading. As the desk writes it.")
    public record Link(
            @Schema(required = true, maxLength = ContentLimits.NAME, examples = "Der Beschluss im Wortlaut") String title,
            @Schema(required = true, maxLength = WebUrl.MAX_LENGTH) URI url) {
    }

    /**
     * A public correction of an article.
     *
     * @param at the time in whole seconds, as the API shows it, so that a client can send it back unchanged
     */
    @Schema(name = "CorrectionInput", description = "What was wrong, and since when it is right. As the desk writes it.")
    public record Correction(@Schema(required = true) Instant at,
            @Schema(required = true, maxLength = ContentLimits.NOTE) String note) {
        public Correction {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /**
     * The texts for search engines.
     *
     * @param noindex whether search engines must not list the article
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "SeoInput", description = "Title, description and indexing for search engines, as the desk writes them.")
    public record Seo(@Schema(maxLength = ContentLimits.NAME) @Nullable String title,
            @Schema(maxLength = ContentLimits.NOTE) @Nullable String description, boolean noindex) {
    }

    /** The record in another system from which an import made the article. Never public, the GUID in feeds apart. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Origin(@Schema(required = true, maxLength = ContentLimits.ORIGIN_SYSTEM, examples = "typo3") String system,
            @Schema(required = true, maxLength = ContentLimits.ORIGIN_ID, examples = "33154") String id,
            @Schema(maxLength = WebUrl.MAX_LENGTH) @Nullable URI url,
            @Schema(description = "The GUID that its former feed gave it. Our feeds keep it, so that readers do not get it "
                    + "twice.", maxLength = ContentLimits.ORIGIN_GUID,
                    examples = "https://www.example.org/?p=33154") @Nullable String guid) {

        public Origin(String system, String id, @Nullable URI url) {
            this(system, id, url, null);
        }

        /** Returns the origin as the projection stores it, without the system and the id. */
        private Origin guidAlone() {
            return new Origin("", "", null, guid);
        }
    }

    // A list that is absent in stored JSON is empty.
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
