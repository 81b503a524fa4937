package org.depesche.content.article.view;

import java.net.URI;
import java.util.List;

import org.depesche.content.author.ArticleAuthorView;
import org.depesche.content.category.ArticleCategoryView;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.model.SyndicationLevel;
import org.depesche.content.tag.ArticleTagView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The default view in lists: the card, and everything that does not need the body. */
@Schema(name = "ArticleSummary", description = "What lists show by default: the card and all that does not need the body.")
public record ArticleSummary(
        @JsonUnwrapped ArticleCard card,
        @Schema(description = "One paragraph that leads into the article, plain text.") @Nullable String teaser,
        @Schema(description = "For narrow places.") @Nullable String shortHeadline,
        @Schema(
                required = true,
                description = "Every category it stands in on the site asked, its main one "
                        + "first.") List<ArticleCategoryView> categories,
        @Schema(required = true) List<ArticleTagView> tags,
        @Schema(required = true) List<ArticleAuthorView> authors,
        @Schema(description = "The journalistic source: an agency, a press release.") @Nullable SourceView source,
        @Schema(description = "Only `true` or absent. Grief, suicide, catastrophe: no automatic related lists, no advertising "
                + "around it.", examples = "true") @Nullable Boolean sensitive,
        @Schema(required = true, description = "Words of the body, pull quotes not counted.", examples = "512") int wordCount,
        @Schema(required = true, description = "At 200 words a minute, at least 1.", examples = "3") int readingMinutes,
        @Schema(description = "What others may do with it.") @Nullable RightsView rights) implements ArticleRepresentation {

    /** The journalistic source. */
    @Schema(name = "Source", description = "The journalistic source: an agency, a press release.")
    public record SourceView(@Schema(required = true, examples = "Senatskanzlei Berlin") String name,
            @Schema(examples = "https://www.example.org/presse") @Nullable URI url) {
    }

    /** The rights of others to use the article. */
    @Schema(name = "Rights", description = "What others may do with the article.")
    public record RightsView(@Schema(examples = "© 2024 Beispielverlag") @Nullable String copyright,
            @Schema(examples = "https://creativecommons.org/licenses/by/4.0/") @Nullable URI licenseUrl,
            @Schema(implementation = SyndicationLevel.class, description = "What partners may take: `full`, `teaser` "
                    + "or `none`; more may come.",
                    examples = "full") @Nullable String syndication,
            @Schema(description = "What the article, its category and the site asked "
                    + "say together.") @Nullable MachineUse machineUse) {
    }
}
