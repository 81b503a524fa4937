package org.depesche.delivery.embed;

import java.net.URI;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A response of type {@code rich} (oEmbed 1.0, section 2.3.4.4). */
@Schema(name = "OEmbed", description = "How to show a page of ours on another page: oEmbed 1.0 of type `rich`.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OEmbed(
        @Schema(required = true, examples = "1.0") String version,
        @Schema(required = true, examples = "rich") String type,
        @Schema(required = true, examples = "Erfolgreiches zweites Treffen") String title,
        @Schema(
                description = "The names of the authors.",
                examples = "Petra Muster") @JsonProperty("author_name") @Nullable String authorName,
        @Schema(required = true, examples = "Beispielzeitung") @JsonProperty("provider_name") String providerName,
        @Schema(
                description = "Absent while the site has no address.",
                examples = "https://www.example.org") @JsonProperty("provider_url") @Nullable URI providerUrl,
        @Schema(
                required = true,
                description = "Seconds, at most 3,600.",
                examples = "300") @JsonProperty("cache_age") long cacheAge,
        @Schema(required = true, description = "A quote with a link, and a frame that shows the card without a script "
                + "of the page.",
                examples = "<blockquote>…</blockquote><iframe …></iframe>") String html,
        @Schema(required = true, examples = "600") int width,
        @Schema(required = true, examples = "520") int height,
        @Schema(examples = "https://media.example.org/320.webp") @JsonProperty("thumbnail_url") @Nullable URI thumbnailUrl,
        @Schema(examples = "320") @JsonProperty("thumbnail_width") @Nullable Integer thumbnailWidth,
        @Schema(examples = "180") @JsonProperty("thumbnail_height") @Nullable Integer thumbnailHeight) {
}
