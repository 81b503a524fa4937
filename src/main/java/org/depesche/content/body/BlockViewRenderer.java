package org.depesche.content.body;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Converts stored blocks to delivered blocks. Blocks with an unresolved reference, for example an article that is not
 * public, are omitted.
 */
public final class BlockViewRenderer {

    private final Function<ImageReference, ? extends Optional<?>> images;
    private final Function<UUID, ? extends Optional<?>> articles;

    /**
     * @param images returns the view of an image with the texts of this use
     * @param articles returns the card of a public article, or empty
     */
    public BlockViewRenderer(Function<ImageReference, ? extends Optional<?>> images,
            Function<UUID, ? extends Optional<?>> articles) {
        this.images = images;
        this.articles = articles;
    }

    /** Returns the delivered blocks. A body without references is not parsed. */
    public List<BlockView> render(List<Block> blocks) {
        return blocks instanceof StoredBody stored && stored.isPassthrough() ? new PassthroughBody(stored)
                : blocks.stream().flatMap(block -> renderBlock(block).stream()).toList();
    }

    private Optional<BlockView> renderBlock(Block block) {
        if (block instanceof BlockView unchanged) {
            return Optional.of(unchanged);
        } else if (block instanceof Block.Image image) {
            return view(image.image()).map(BlockView.Image::new);
        } else if (block instanceof Block.Gallery gallery) {
            return gallery(gallery);
        } else if (block instanceof Block.Box box) {
            return box(box);
        } else if (block instanceof Block.ArticleLink link) {
            return articles.apply(link.article()).map(BlockView.ArticleLink::new);
        } else if (block instanceof Block.Embed embed) {
            return Optional
                    .of(new BlockView.Embed(embed.url(), embed.embedUrl(), embed.title(), embed.provider(), embed.width(),
                            embed.height(), viewOrNull(embed.preview())));
        } else if (block instanceof Block.Media media) {
            return Optional.of(new BlockView.Media(media.kind(), media.url(), media.mediaType(), media.durationSeconds(),
                    viewOrNull(media.poster()), media.captionsUrl(), media.transcript()));
        }
        throw new IllegalStateException("No view for a block of type " + block.type());
    }

    private Optional<BlockView> gallery(Block.Gallery gallery) {
        var views = gallery.images().stream().flatMap(use -> view(use).stream()).toList();
        return views.isEmpty() ? Optional.empty() : Optional.of(new BlockView.Gallery(views));
    }

    private Optional<BlockView> box(Block.Box box) {
        var body = render(box.body());
        return body.isEmpty() ? Optional.empty() : Optional.of(new BlockView.Box(box.title(), body));
    }

    private Optional<Object> view(ImageReference use) {
        return images.apply(use).map(Function.identity());
    }

    private @Nullable Object viewOrNull(@Nullable ImageReference use) {
        return Stream.ofNullable(use).flatMap(reference -> view(reference).stream()).findFirst().orElse(null);
    }
}
