package org.depesche.content.body;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.depesche.content.body.BodyHtmlRenderer.Picture;
import org.jspecify.annotations.Nullable;

/** Renders images with their captions. */
final class FigureRenderer {

    private final HtmlWriter html;
    private final Function<ImageReference, Optional<Picture>> images;

    FigureRenderer(HtmlWriter html, Function<ImageReference, Optional<Picture>> images) {
        this.html = html;
        this.images = images;
    }

    void gallery(List<ImageReference> uses) {
        var visible = uses.stream().filter(use -> images.apply(use).filter(FigureRenderer::isVisible).isPresent()).toList();
        if (!visible.isEmpty()) {
            html.open("figure", BlockMarkup.BLOCK, "gallery");
            visible.forEach(this::figure);
            html.close("figure");
        }
    }

    void figure(ImageReference use) {
        images.apply(use).filter(FigureRenderer::isVisible).ifPresent(picture -> figure(use, picture));
    }

    /** Returns the JSON of a reference, for previews and posters. Null for none, or for an image that must not be shown. */
    @Nullable
    String reference(@Nullable ImageReference use) {
        return Optional.ofNullable(use).filter(image -> images.apply(image).isPresent()).map(BodyJson::text).orElse(null);
    }

    private static boolean isVisible(Picture picture) {
        return picture.src() != null || picture.alt() != null || picture.caption() != null || picture.credit() != null;
    }

    /** Shows the alternative text instead of an image without URL. */
    private void figure(ImageReference use, Picture picture) {
        var hidesAlt = picture.src() == null && picture.caption() != null;
        html.open("figure", BlockMarkup.IMAGE, use.id(), BlockMarkup.DECORATIVE, use.decorative(), BlockMarkup.ALT,
                hidesAlt ? use.alt() : null);
        if (picture.src() != null) {
            html.open("img", "src", picture.src(), "srcset", picture.srcset(), "alt",
                    Optional.ofNullable(picture.alt()).orElse(""), BlockMarkup.INHERITED, inherited(use.alt(), picture.alt()),
                    "width", picture.width(), "height", picture.height(), "loading", "lazy");
        }
        var showsAlt = picture.src() == null && picture.caption() == null && picture.alt() != null;
        if (showsAlt || picture.caption() != null || picture.credit() != null) {
            html.open("figcaption");
            html.text("span", picture.caption(), BlockMarkup.INHERITED, inherited(use.caption(), picture.caption()));
            if (showsAlt) {
                html.text("span", picture.alt(), BlockMarkup.ALT, "", BlockMarkup.INHERITED,
                        inherited(use.alt(), picture.alt()));
            }
            html.text("small", picture.credit(), BlockMarkup.INHERITED, inherited(use.credit(), picture.credit()));
            html.close("figcaption");
        }
        html.close("figure");
    }

    private static @Nullable String inherited(@Nullable String own, @Nullable String shown) {
        return own != null || shown == null ? null : BlockMarkup.hash(shown);
    }
}
