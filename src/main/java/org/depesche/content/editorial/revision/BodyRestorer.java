package org.depesche.content.editorial.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.html.Warning;
import org.jspecify.annotations.Nullable;

/** Removes deleted images and articles from a former body, with a warning for each. */
final class BodyRestorer {

    private static final String IMAGE_DELETED = "The image is no more.";

    private final Set<UUID> images;
    private final Set<UUID> articles;
    private final List<Warning> warnings;

    BodyRestorer(Set<UUID> images, Set<UUID> articles, List<Warning> warnings) {
        this.images = images;
        this.articles = articles;
        this.warnings = warnings;
    }

    List<Block> restore(List<Block> then, String pointer) {
        var retained = new ArrayList<Block>();
        for (var i = 0; i < then.size(); i++) {
            restoreBlock(then.get(i), pointer + i).ifPresent(retained::add);
        }
        return retained;
    }

    private Optional<Block> restoreBlock(Block block, String at) {
        if (block instanceof Block.Image picture) {
            return Optional.<Block> of(block).filter(retained -> existingImage(picture.image(), at) != null);
        } else if (block instanceof Block.ArticleLink link && !articles.contains(link.article())) {
            warnings.add(new Warning(at, "The article is no more."));
            return Optional.empty();
        } else if (block instanceof Block.Gallery gallery) {
            return restoreGallery(gallery, at);
        } else if (block instanceof Block.Box box) {
            var inside = restore(box.body(), at + "/body/");
            return Optional.<Block> of(new Block.Box(box.title(), inside)).filter(retained -> !inside.isEmpty());
        } else if (block instanceof Block.Media media) {
            return Optional.of(new Block.Media(media.kind(), media.url(), media.mediaType(), media.durationSeconds(),
                    existingImage(media.poster(), at + "/poster"), media.captionsUrl(), media.transcript()));
        } else if (block instanceof Block.Embed embed) {
            return Optional.of(new Block.Embed(embed.url(), embed.embedUrl(), embed.title(), embed.provider(), embed.width(),
                    embed.height(), existingImage(embed.preview(), at + "/preview")));
        }
        return Optional.of(block);
    }

    private Optional<Block> restoreGallery(Block.Gallery gallery, String at) {
        var retained = new ArrayList<ImageReference>();
        for (var i = 0; i < gallery.images().size(); i++) {
            Optional.ofNullable(existingImage(gallery.images().get(i), at + "/images/" + i)).ifPresent(retained::add);
        }
        return retained.isEmpty() ? Optional.empty() : Optional.of(new Block.Gallery(retained));
    }

    private @Nullable ImageReference existingImage(@Nullable ImageReference use, String at) {
        if (use == null || images.contains(use.id())) {
            return use;
        }
        warnings.add(new Warning(at, IMAGE_DELETED));
        return null;
    }
}
