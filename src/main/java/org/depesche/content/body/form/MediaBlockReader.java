package org.depesche.content.body.form;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.depesche.content.body.Block;
import org.depesche.content.body.EmbedProvider;
import org.depesche.content.body.ImageReference;
import org.depesche.platform.json.JsonForm;

/** Reads blocks with external content: images, embeds, media, files, links to articles. */
final class MediaBlockReader {

    private static final Map<String, String> KINDS = Arrays.stream(Block.Media.Kind.values())
            .map(Block.Media.Kind::word).collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private final BodyReaderContext context;

    MediaBlockReader(BodyReaderContext context) {
        this.context = context;
    }

    Optional<ImageReference> image(JsonForm form, String member) {
        form.require(member);
        return optionalImage(form, member);
    }

    private Optional<ImageReference> optionalImage(JsonForm form, String member) {
        return form.object(member).flatMap(context::image);
    }

    Optional<Block> embed(JsonForm form) {
        form.require("url");
        form.ignore("consent");
        var title = form.text("title", BodyLimits.TITLE).orElse(null);
        var embedUrl = form.httpUrl("embedUrl");
        var provider = form.object("provider").flatMap(MediaBlockReader::provider);
        var width = optional(form.number("width", 1, BodyLimits.EMBED_PIXELS));
        var height = optional(form.number("height", 1, BodyLimits.EMBED_PIXELS));
        var preview = optionalImage(form, "preview").orElse(null);
        return form.httpUrl("url").map(EmbedProviders::resolve).map(match -> new Block.Embed(match.url(),
                Optional.ofNullable(match.frameUrl()).or(() -> embedUrl.map(URI::toString)).orElse(null), title,
                match.isKnown() ? match.provider() : provider.orElse(match.provider()),
                width.or(() -> ratio(match).map(EmbedProviders.Ratio::width)).orElse(null),
                height.or(() -> ratio(match).map(EmbedProviders.Ratio::height)).orElse(null), preview));
    }

    private static Optional<EmbedProviders.Ratio> ratio(EmbedProviders.EmbedMatch embed) {
        return Optional.ofNullable(embed.ratio());
    }

    private static Optional<EmbedProvider> provider(JsonForm form) {
        var privacyUrl = form.httpUrl("privacyUrl").map(URI::toString).orElse(null);
        var slug = form.slug("slug");
        var name = form.visibleText("name", BodyLimits.TITLE);
        form.require("slug", "name");
        return slug.flatMap(validSlug -> name.map(validName -> new EmbedProvider(validSlug, validName, privacyUrl)));
    }

    Optional<Block> media(JsonForm form) {
        form.require("kind", "url");
        var kind = form.choice("kind", KINDS);
        var mediaType = mediaType(form);
        var duration = optional(form.number("durationSeconds", 0, BodyLimits.DURATION_SECONDS)).orElse(null);
        var poster = optionalImage(form, "poster").orElse(null);
        var captions = form.httpUrl("captionsUrl").map(URI::toString).orElse(null);
        var transcript = form.text("transcript", context.limits().blockLength()).orElse(null);
        return form.httpUrl("url").flatMap(url -> kind.map(validKind -> new Block.Media(validKind, url.toString(),
                mediaType.or(() -> MediaTypes.of(url)).orElse(null), duration, poster, captions, transcript)));
    }

    Optional<Block> file(JsonForm form) {
        form.require("title", "url");
        var title = form.text("title", BodyLimits.TITLE);
        var mediaType = mediaType(form);
        var byteSize = optional(form.number("byteSize", 0L, Long.MAX_VALUE)).orElse(null);
        return form.httpUrl("url").flatMap(url -> title.map(validTitle -> new Block.Download(validTitle, url.toString(),
                mediaType.or(() -> MediaTypes.of(url)).orElse(null), byteSize)));
    }

    Optional<Block> articleLink(JsonForm form) {
        form.require("article");
        var reference = form.raw("article").filter(Predicate.not(node -> node.isTextual())).isPresent()
                ? form.object("article").flatMap(MediaBlockReader::reference)
                : form.text("article", BodyLimits.REFERENCE);
        return reference.flatMap(idOrSlug -> {
            var article = context.article(idOrSlug, form.pointer("article"));
            if (article.isEmpty()) {
                form.reject("article", "There is no article " + idOrSlug + ".");
            }
            return article.map(Block.ArticleLink::new);
        });
    }

    /** Returns the id or slug of an article card that a client sends back. Its other members are ignored. */
    private static Optional<String> reference(JsonForm card) {
        var reference = card.text("id", BodyLimits.REFERENCE).or(() -> card.slug("slug"));
        if (!card.has("id") && !card.has("slug")) {
            card.reject("id", "is required, or `slug`.");
        }
        card.ignoreRest();
        return reference;
    }

    private static Optional<String> mediaType(JsonForm form) {
        return form.text("mediaType", BodyLimits.MEDIA_TYPE).filter(type -> {
            var isValid = MediaTypes.isValid(type);
            if (!isValid) {
                form.reject("mediaType", "must be a media type, as application/pdf.");
            }
            return isValid;
        });
    }

    private static Optional<Integer> optional(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Optional<Long> optional(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
