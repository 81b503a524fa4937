package org.depesche.content.body.form;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

import org.depesche.content.body.Block;
import org.depesche.content.body.EmbedProvider;
import org.depesche.content.body.ImageReference;
import org.depesche.platform.json.JsonForm;

/** Blocks that bring something from elsewhere: images, embeds, media, files, other articles. */
final class MediaBlockReader {

    private static final int MAX_TITLE = 500;
    private static final int MAX_SIDE = 20_000;
    private static final int MAX_DURATION_SECONDS = 7 * 24 * 60 * 60;
    private static final Map<String, String> KINDS = Map.of("video", "video", "audio", "audio");

    private final BodyReaderContext reading;

    MediaBlockReader(BodyReaderContext reading) {
        this.reading = reading;
    }

    Optional<ImageReference> image(JsonForm form, String member) {
        form.require(member);
        return optionalImage(form, member);
    }

    private Optional<ImageReference> optionalImage(JsonForm form, String member) {
        return form.object(member).flatMap(reading::image);
    }

    Optional<Block> embed(JsonForm form) {
        form.require("url");
        form.ignore("consent");
        var title = form.text("title", MAX_TITLE).orElse(null);
        var embedUrl = form.httpUrl("embedUrl");
        var provider = form.object("provider").flatMap(MediaBlockReader::provider);
        var width = optional(form.number("width", 1, MAX_SIDE));
        var height = optional(form.number("height", 1, MAX_SIDE));
        var preview = optionalImage(form, "preview").orElse(null);
        return form.httpUrl("url").map(EmbedProviders::resolve).map(found -> new Block.Embed(found.url(),
                Optional.ofNullable(found.frameUrl()).or(() -> embedUrl.map(URI::toString)).orElse(null), title,
                found.isKnown() ? found.provider() : provider.orElse(found.provider()),
                width.or(() -> ratio(found).map(EmbedProviders.Ratio::width)).orElse(null),
                height.or(() -> ratio(found).map(EmbedProviders.Ratio::height)).orElse(null), preview));
    }

    private static Optional<EmbedProviders.Ratio> ratio(EmbedProviders.EmbedMatch embed) {
        return Optional.ofNullable(embed.ratio());
    }

    private static Optional<EmbedProvider> provider(JsonForm form) {
        var privacyUrl = form.httpUrl("privacyUrl").map(URI::toString).orElse(null);
        var slug = form.slug("slug");
        var name = form.text("name", MAX_TITLE);
        form.require("slug", "name");
        return slug.flatMap(key -> name.map(words -> new EmbedProvider(key, words, privacyUrl)));
    }

    Optional<Block> media(JsonForm form) {
        form.require("kind", "url");
        var kind = form.choice("kind", KINDS);
        var mediaType = mediaType(form);
        var duration = optional(form.number("durationSeconds", 0, MAX_DURATION_SECONDS)).orElse(null);
        var poster = optionalImage(form, "poster").orElse(null);
        var captions = form.httpUrl("captionsUrl").map(URI::toString).orElse(null);
        var transcript = form.text("transcript", reading.limits().blockLength()).orElse(null);
        return form.httpUrl("url").flatMap(url -> kind.map(what -> new Block.Media(what, url.toString(),
                mediaType.or(() -> MediaTypes.of(url)).orElse(null), duration, poster, captions, transcript)));
    }

    Optional<Block> file(JsonForm form) {
        form.require("title", "url");
        var title = form.text("title", MAX_TITLE);
        var mediaType = mediaType(form);
        var byteSize = optional(form.number("byteSize", 0L, Long.MAX_VALUE)).orElse(null);
        return form.httpUrl("url").flatMap(url -> title.map(words -> new Block.Download(words, url.toString(),
                mediaType.or(() -> MediaTypes.of(url)).orElse(null), byteSize)));
    }

    Optional<Block> articleLink(JsonForm form) {
        form.require("article");
        var ref = form.raw("article").filter(Predicate.not(node -> node.isTextual())).isPresent()
                ? form.object("article").flatMap(MediaBlockReader::ref)
                : form.text("article", 200);
        return ref.flatMap(name -> {
            var article = reading.article(name, form.pointer("article"));
            if (article.isEmpty()) {
                form.reject("article", "There is no article " + name + ".");
            }
            return article.map(Block.ArticleLink::new);
        });
    }

    /** What a reader of our own cards sends back; only its identity counts. */
    private static Optional<String> ref(JsonForm card) {
        var ref = card.text("id", 200).or(() -> card.slug("slug"));
        if (!card.has("id") && !card.has("slug")) {
            card.reject("id", "is required, or slug.");
        }
        card.ignoreRest();
        return ref;
    }

    private static Optional<String> mediaType(JsonForm form) {
        return form.text("mediaType", 200).filter(type -> {
            var valid = MediaTypes.isValid(type);
            if (!valid) {
                form.reject("mediaType", "must be a media type, as application/pdf.");
            }
            return valid;
        });
    }

    private static Optional<Integer> optional(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Optional<Long> optional(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
