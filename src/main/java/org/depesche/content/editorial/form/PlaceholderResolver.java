package org.depesche.content.editorial.form;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.ImageReference;
import org.jspecify.annotations.Nullable;

/** Replaces placeholders by the ids of found articles and registered images. */
final class PlaceholderResolver {

    private final Map<UUID, UUID> images;
    private final Map<UUID, UUID> articles;

    PlaceholderResolver(Map<UUID, UUID> images, Map<UUID, UUID> articles) {
        this.images = images;
        this.articles = articles;
    }

    List<Block> resolve(List<Block> blocks) {
        var references = BodyReferences.of(blocks);
        return references.images().isEmpty() && references.articles().isEmpty() ? blocks
                : blocks.stream().map(this::resolve).toList();
    }

    private Block resolve(Block block) {
        if (block instanceof Block.Image picture) {
            return new Block.Image(resolveImage(picture.image()));
        } else if (block instanceof Block.Gallery gallery) {
            return new Block.Gallery(gallery.images().stream().map(this::resolveImage).toList());
        } else if (block instanceof Block.ArticleLink link) {
            return new Block.ArticleLink(articles.getOrDefault(link.article(), link.article()));
        } else if (block instanceof Block.Box box) {
            return new Block.Box(box.title(), resolve(box.body()));
        } else if (block instanceof Block.Media media) {
            return new Block.Media(media.kind(), media.url(), media.mediaType(), media.durationSeconds(),
                    resolve(media.poster()), media.captionsUrl(), media.transcript());
        } else if (block instanceof Block.Embed embed) {
            return new Block.Embed(embed.url(), embed.embedUrl(), embed.title(), embed.provider(), embed.width(),
                    embed.height(), resolve(embed.preview()));
        }
        return block;
    }

    @Nullable
    ImageReference resolve(@Nullable ImageReference image) {
        return image == null ? null : resolveImage(image);
    }

    private ImageReference resolveImage(ImageReference image) {
        var id = images.getOrDefault(image.id(), image.id());
        return new ImageReference(id, image.alt(), image.decorative(), image.caption(), image.credit());
    }
}
