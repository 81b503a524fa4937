package org.depesche.content.article.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.BlockViewRenderer;
import org.depesche.content.body.BodyHtmlRenderer;
import org.depesche.content.body.BodyText;
import org.depesche.content.body.ImageReference;
import org.depesche.content.image.ImageOverrides;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.image.view.ImageViews;

/** Renders bodies with their images and linked articles. */
@ApplicationScoped
class BodyViews {

    private final ImageViews images;

    BodyViews(ImageViews images) {
        this.images = images;
    }

    Optional<ImageView> image(ImageReference use, ArticleReferenceLoader.LoadedReferences loaded) {
        return loaded.image(use.id()).flatMap(image -> images.shown(image,
                new ImageOverrides(use.alt(), use.decorative(), use.caption(), use.credit()), loaded.presentation()));
    }

    List<BlockView> blocks(List<Block> body, ArticleReferenceLoader.LoadedReferences loaded, ArticleViewBuilder articles) {
        return new BlockViewRenderer(use -> image(use, loaded), id -> linked(id, loaded, articles)).render(body);
    }

    String html(List<Block> body, ArticleReferenceLoader.LoadedReferences loaded, ArticleViewBuilder articles) {
        return BodyHtmlRenderer.render(body, use -> image(use, loaded).map(BodyViews::picture),
                id -> linked(id, loaded, articles).map(BodyViews::target));
    }

    private static Optional<ArticleCard> linked(UUID id, ArticleReferenceLoader.LoadedReferences loaded,
            ArticleViewBuilder articles) {
        return Optional.ofNullable(loaded.linkedArticles().get(id)).map(article -> articles.card(article, loaded));
    }

    private static BodyHtmlRenderer.Picture picture(ImageView image) {
        return new BodyHtmlRenderer.Picture(image.src() == null ? null : image.src().toString(), image.srcset(), image.width(),
                image.height(), image.alt(), image.caption(), image.credit());
    }

    private static BodyHtmlRenderer.Target target(ArticleCard card) {
        return new BodyHtmlRenderer.Target(card.headline(), card.url() == null ? card.path() : card.url().toString());
    }

    String text(List<Block> body) {
        return BodyText.of(body);
    }
}
