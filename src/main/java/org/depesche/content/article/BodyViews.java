package org.depesche.content.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.BodyHtml;
import org.depesche.content.body.BodyRenderer;
import org.depesche.content.body.BodyText;
import org.depesche.content.body.ImageUse;
import org.depesche.content.image.ImageView;
import org.depesche.content.image.ImageViews;
import org.depesche.content.image.ImageWords;

/** Shows bodies with the images and articles they refer to. */
@ApplicationScoped
class BodyViews {

    private final ImageViews images;

    BodyViews(ImageViews images) {
        this.images = images;
    }

    Optional<ImageView> image(ImageUse use, ArticleReferences.Loaded loaded) {
        return Optional.ofNullable(loaded.images().get(use.id())).map(image -> images.of(image,
                new ImageWords(use.alt(), use.decorative(), use.caption(), use.credit())));
    }

    List<BlockView> blocks(List<Block> body, ArticleReferences.Loaded loaded, ArticleViews articles) {
        return new BodyRenderer(use -> image(use, loaded), id -> linked(id, loaded, articles)).render(body);
    }

    String html(List<Block> body, ArticleReferences.Loaded loaded, ArticleViews articles) {
        return BodyHtml.of(body, use -> image(use, loaded).map(BodyViews::picture),
                id -> linked(id, loaded, articles).flatMap(BodyViews::target));
    }

    private static Optional<ArticleCard> linked(UUID id, ArticleReferences.Loaded loaded, ArticleViews articles) {
        return Optional.ofNullable(loaded.linked().get(id)).map(article -> articles.card(article, loaded));
    }

    private static BodyHtml.Picture picture(ImageView image) {
        return new BodyHtml.Picture(image.src() == null ? null : image.src().toString(), image.srcset(), image.width(),
                image.height(), image.alt(), image.caption(), image.credit());
    }

    // without an address there is nothing to link to
    private static Optional<BodyHtml.Target> target(ArticleCard card) {
        return Optional.ofNullable(card.url()).map(url -> new BodyHtml.Target(card.headline(), url.toString()));
    }

    String text(List<Block> body) {
        return BodyText.of(body);
    }
}
