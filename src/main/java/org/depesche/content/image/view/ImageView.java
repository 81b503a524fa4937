package org.depesche.content.image.view;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFormLimits;
import org.depesche.media.metadata.PhotoMetadata;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An image as articles show it.
 *
 * @param width of the registered picture in the asked crop, which may be larger than the file that {@code src} names
 * @param registered the image of which this is a use, for formats that choose among its files
 */
@Schema(name = "ArticleImage", description = "An image as an article shows it. Without a file here only what is known is there")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageView(
        @Schema(required = true) UUID id,
        @Schema(
                description = "Alternative text",
                examples = "Digitalministerinnen und -minister vor dem Ministerium") @Nullable String alt,
        @Schema(required = true, description = "Whether the alternative text is meant to be empty") boolean decorative,
        @Schema(examples = "Das zweite Treffen in Berlin") @Nullable String caption,
        @Schema(examples = "Thomas Imo/photothek.de") @Nullable String credit,
        @Schema(
                description = "Of the largest such crop of the picture, with `height` for its place on a page",
                examples = "4000") @Nullable Integer width,
        @Schema(examples = "2667") @Nullable Integer height,
        @Schema(examples = "https://media.example.org/1280.jpg") @Nullable URI src,
        @Schema(examples = "https://media.example.org/320.webp 320w") @Nullable String srcset,
        Image.@Nullable FocalPoint focalPoint,
        @Schema(examples = "#3a5f7d") @Nullable String dominantColor,
        @Nullable Rights rights,
        @Schema(
                description = "With `include=renditions`: sizes, crops") @Nullable List<FullImageView.Rendition> renditions,
        @JsonIgnore @Schema(hidden = true) Image registered) {

    public ImageView {
        renditions = renditions == null ? null : List.copyOf(renditions);
    }

    /** The owner of an image, and the terms of its use. */
    @Schema(name = "ImageRights", description = "Whose picture it is and who may show it how long")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rights(
            @Schema(
                    description = "Several are separated by semicolons, in their order",
                    examples = "Thomas Imo",
                    maxLength = ImageFormLimits.RIGHTS) @Nullable String creator,
            @Schema(examples = "© 2024 photothek.de", maxLength = ImageFormLimits.RIGHTS) @Nullable String copyright,
            @Schema(examples = "Nur redaktionell", maxLength = ImageFormLimits.USAGE_TERMS) @Nullable String usageTerms,
            @Schema(
                    examples = "https://creativecommons.org/licenses/by/4.0/",
                    maxLength = WebUrl.MAX_LENGTH) @Nullable URI licenseUrl,
            @Schema(description = "From then on it may not be shown") @Nullable OffsetDateTime expiresAt,
            @Schema(implementation = Syndication.class, description = "Whether partners may show it: allowed or "
                    + "forbidden; more may come",
                    examples = "allowed") @Nullable String syndication,
            @Schema(
                    description = "IPTC digital source type",
                    examples = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
                    maxLength = ImageFormLimits.RIGHTS) @Nullable String digitalSourceType) {

        /** Returns the creators one by one, in their order. */
        public List<String> creators() {
            return PhotoMetadata.creators(creator);
        }
    }

    /** Whether partners may show an image. The list is open. */
    public enum Syndication {
        ALLOWED,
        FORBIDDEN;

        /** Returns the name in the API and in the database. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
