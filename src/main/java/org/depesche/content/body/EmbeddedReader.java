package org.depesche.content.body;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

import org.depesche.platform.form.Form;

/** Blocks that bring something from elsewhere: images, embeds, media, files, other articles. */
final class EmbeddedReader {

    private static final int TITLE = 500;
    private static final int SIDE = 20_000;
    private static final int ONE_WEEK = 7 * 24 * 60 * 60;
    private static final Map<String, String> KINDS = Map.of("video", "video", "audio", "audio");

    private final Reading reading;

    EmbeddedReader(Reading reading) {
        this.reading = reading;
    }

    Optional<ImageUse> image(Form form, String member) {
        form.require(member);
        return optionalImage(form, member);
    }

    private Optional<ImageUse> optionalImage(Form form, String member) {
        return form.object(member).flatMap(reading::image);
    }

    Optional<Block> embed(Form form) {
        form.require("url");
        form.ignore("consent");
        var title = form.text("title", TITLE).orElse(null);
        var embedUrl = form.httpUrl("embedUrl");
        var provider = form.object("provider").flatMap(EmbeddedReader::provider);
        var width = boxed(form.number("width", 1, SIDE));
        var height = boxed(form.number("height", 1, SIDE));
        var preview = optionalImage(form, "preview").orElse(null);
        return form.httpUrl("url").map(Embeds::of).map(found -> new Block.Embed(found.url(),
                Optional.ofNullable(found.frame()).or(() -> embedUrl.map(URI::toString)).orElse(null), title,
                found.known() ? found.provider() : provider.orElse(found.provider()),
                width.or(() -> ratio(found).map(Embeds.Ratio::width)).orElse(null),
                height.or(() -> ratio(found).map(Embeds.Ratio::height)).orElse(null), preview));
    }

    private static Optional<Embeds.Ratio> ratio(Embeds.Embed embed) {
        return Optional.ofNullable(embed.ratio());
    }

    private static Optional<Provider> provider(Form form) {
        var privacyUrl = form.httpUrl("privacyUrl").map(URI::toString).orElse(null);
        var slug = form.slug("slug");
        var name = form.text("name", TITLE);
        form.require("slug", "name");
        return slug.flatMap(key -> name.map(words -> new Provider(key, words, privacyUrl)));
    }

    Optional<Block> media(Form form) {
        form.require("kind", "url");
        var kind = form.choice("kind", KINDS);
        var mediaType = mediaType(form);
        var duration = boxed(form.number("durationSeconds", 0, ONE_WEEK)).orElse(null);
        var poster = optionalImage(form, "poster").orElse(null);
        var captions = form.httpUrl("captionsUrl").map(URI::toString).orElse(null);
        var transcript = form.text("transcript", reading.limits().blockLength()).orElse(null);
        return form.httpUrl("url").flatMap(url -> kind.map(what -> new Block.Media(what, url.toString(),
                mediaType.or(() -> MediaTypes.of(url)).orElse(null), duration, poster, captions, transcript)));
    }

    Optional<Block> file(Form form) {
        form.require("title", "url");
        var title = form.text("title", TITLE);
        var mediaType = mediaType(form);
        var byteSize = boxed(form.number("byteSize", 0L, Long.MAX_VALUE)).orElse(null);
        return form.httpUrl("url").flatMap(url -> title.map(words -> new Block.Download(words, url.toString(),
                mediaType.or(() -> MediaTypes.of(url)).orElse(null), byteSize)));
    }

    Optional<Block> articleLink(Form form) {
        form.require("article");
        var ref = form.raw("article").filter(Predicate.not(node -> node.isTextual())).isPresent()
                ? form.object("article").flatMap(EmbeddedReader::ref)
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
    private static Optional<String> ref(Form card) {
        var ref = card.text("id", 200).or(() -> card.slug("slug"));
        if (!card.has("id") && !card.has("slug")) {
            card.reject("id", "is required, or slug.");
        }
        card.ignoreRest();
        return ref;
    }

    private static Optional<String> mediaType(Form form) {
        return form.text("mediaType", 200).filter(type -> {
            var valid = MediaTypes.isValid(type);
            if (!valid) {
                form.reject("mediaType", "must be a media type, as application/pdf.");
            }
            return valid;
        });
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
