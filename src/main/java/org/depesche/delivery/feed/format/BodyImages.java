package org.depesche.delivery.feed.format;

import java.util.List;
import java.util.stream.Stream;

import org.depesche.content.body.BlockView;
import org.depesche.content.image.view.ImageView;

/** The images that a body shows, in its order: single ones, and those of galleries and boxes. */
public final class BodyImages {

    private BodyImages() {
    }

    public static Stream<ImageView> of(List<BlockView> body) {
        return body.stream().flatMap(BodyImages::of).filter(ImageView.class::isInstance).map(ImageView.class::cast);
    }

    /** Returns whether a body shows this image. Many articles begin with their lead image. */
    public static boolean contain(List<BlockView> body, ImageView image) {
        return of(body).anyMatch(shown -> shown.id().equals(image.id()));
    }

    private static Stream<?> of(BlockView block) {
        if (block instanceof BlockView.Image image) {
            return Stream.of(image.image());
        }
        if (block instanceof BlockView.Gallery gallery) {
            return gallery.images().stream();
        }
        return block instanceof BlockView.Box box ? of(box.body()) : Stream.empty();
    }
}
