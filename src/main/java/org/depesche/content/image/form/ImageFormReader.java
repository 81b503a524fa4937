package org.depesche.content.image.form;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.ImageFormLimits;
import org.depesche.content.image.ImageMetadata;
import org.depesche.content.image.ImageOverrides;
import org.depesche.content.image.view.ImageView;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/** Reads the image objects that clients send. */
@ApplicationScoped
public class ImageFormReader {

    private static final Map<String, String> SYNDICATION = QueryParameter.words(Function.identity(),
            Arrays.stream(ImageView.Syndication.values()).map(ImageView.Syndication::word).toArray(String[]::new));

    private static final List<String> OF_FILE = List.of("serial", "srcset", "renditions", "byteSize", "sha256");

    private final PublicationZone zone;

    ImageFormReader(PublicationZone zone) {
        this.zone = zone;
    }

    /**
     * Reads a reference to an image, or the metadata of a new one. Errors are added to the form. Read-only members are ignored
     * beside an id. The alternative text is ignored beside {@code decorative}, because clients send back images that they
     * stored when former versions accepted both.
     */
    public ImageForm read(JsonForm form) {
        if (!form.has("id")) {
            OF_FILE.stream().filter(form::has).forEach(member -> form.reject(member, "cannot be set: a file here tells it."));
        }
        var overrides = readOverrides(form).withoutAltOfDecorative();
        var isWrittenBack = form.flag("writeBack").orElse(false);
        if (isWrittenBack && !form.has("id")) {
            form.reject("writeBack", "goes with the id of an image.");
        }
        return new ImageForm(id(form), overrides, readMetadata(form, overrides), isWrittenBack);
    }

    /** Reads the metadata of an image that has no id in the input. */
    public ImageMetadata readMetadata(JsonForm form) {
        var overrides = readOverrides(form);
        if (overrides.hasAltOfDecorative()) {
            form.reject("alt", "does not go with `decorative`: an image that says nothing has no alternative text. "
                    + "Send `\"alt\": null` or `\"decorative\": false`.");
        }
        return readMetadata(form, overrides);
    }

    /** Returns whether a use has an alternative text although it is decorative. {@link #read} drops the text. */
    public static boolean hasAltOfDecorative(JsonForm form) {
        return form.json().path("alt").isTextual() && form.json().path("decorative").asBoolean();
    }

    private static @Nullable UUID id(JsonForm form) {
        var text = form.text("id", 36);
        var id = text.flatMap(Uuid7::parse);
        if (text.isPresent() && id.isEmpty()) {
            form.reject("id", "must be the id of an image.");
        }
        return id.orElse(null);
    }

    private static ImageOverrides readOverrides(JsonForm form) {
        return new ImageOverrides(text(form, "alt", ImageFormLimits.ALT), form.flag("decorative").orElse(null),
                text(form, "caption", ImageFormLimits.CAPTION),
                text(form, "credit", ImageFormLimits.CREDIT));
    }

    private ImageMetadata readMetadata(JsonForm form, ImageOverrides overrides) {
        form.ignore(OF_FILE.toArray(String[]::new));
        return new ImageMetadata(null, overrides.alt(), Boolean.TRUE.equals(overrides.decorative()), overrides.caption(),
                overrides.credit(),
                form.httpUrl("src").orElse(null), pixels(form, "width"), pixels(form, "height"),
                form.object("focalPoint").flatMap(ImageFormReader::focalPoint).orElse(null), color(form),
                text(form, "mediaType", ImageFormLimits.MEDIA_TYPE), instant(form, "takenAt").orElse(null), details(form));
    }

    private static @Nullable Integer pixels(JsonForm form, String member) {
        var number = form.number(member, 1, ImageFormLimits.PIXELS);
        return number.equals(OptionalInt.empty()) ? null : number.getAsInt();
    }

    private static Optional<Image.FocalPoint> focalPoint(JsonForm form) {
        form.require("x", "y");
        var x = form.decimal("x", 0, 1);
        var y = form.decimal("y", 0, 1);
        return x.isPresent() && y.isPresent() ? Optional.of(new Image.FocalPoint(x.get(), y.get())) : Optional.empty();
    }

    private static @Nullable String color(JsonForm form) {
        var color = form.text("dominantColor", 7);
        if (color.isPresent() && !color.get().matches(ImageFormLimits.COLOR)) {
            form.reject("dominantColor", "must be a color like #3a5f7d.");
            return null;
        }
        return color.orElse(null);
    }

    private ImageDetails details(JsonForm form) {
        return new ImageDetails(form.object("rights").map(this::rights).orElse(null),
                form.object("location").map(ImageFormReader::location).orElse(null),
                form.texts("keywords", ImageFormLimits.KEYWORDS, ImageFormLimits.KEYWORD));
    }

    private ImageDetails.ImageRights rights(JsonForm form) {
        return new ImageDetails.ImageRights(text(form, "creator", ImageFormLimits.RIGHTS),
                text(form, "copyright", ImageFormLimits.RIGHTS),
                text(form, "usageTerms", ImageFormLimits.USAGE_TERMS),
                form.httpUrl("licenseUrl").orElse(null), instant(form, "expiresAt").orElse(null),
                form.choice("syndication", SYNDICATION).orElse(null), sourceType(form));
    }

    private static @Nullable String sourceType(JsonForm form) {
        var text = text(form, "digitalSourceType", ImageFormLimits.RIGHTS);
        if (text != null && !ImageDetails.ImageRights.isSourceType(text)) {
            form.reject("digitalSourceType", "must be a web address, or a term without a colon.");
        }
        return text;
    }

    private static ImageDetails.ImageLocation location(JsonForm form) {
        var country = form.text("country", 2);
        if (country.isPresent() && !country.get().matches(ImageFormLimits.COUNTRY)) {
            form.reject("country", "must be a country's two letters, as DE.");
        }
        return new ImageDetails.ImageLocation(text(form, "city", ImageFormLimits.CITY), country.orElse(null));
    }

    private Optional<Instant> instant(JsonForm form, String member) {
        return form.text(member, 40).flatMap(text -> {
            var time = zone.read(text);
            if (time.isEmpty()) {
                form.reject(member, "must be a time between 1900 and 9999, as 2024-10-21T18:30:00+02:00.");
            }
            return time;
        });
    }

    private static @Nullable String text(JsonForm form, String member, int max) {
        return form.text(member, max).orElse(null);
    }
}
