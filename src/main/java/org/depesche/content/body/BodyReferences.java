package org.depesche.content.body;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The images and articles that a body refers to, so that they can be loaded together before the body is rendered. */
public record BodyReferences(Set<UUID> images, Set<UUID> articles) {

    private static final BodyReferences NONE = new BodyReferences(Set.of(), Set.of());

    /** Collects the references of a stored body, including those in boxes. */
    public static BodyReferences of(List<Block> blocks) {
        if (blocks instanceof StoredBody stored && stored.isPassthrough()) {
            return NONE;
        }
        var references = new BodyReferences(new LinkedHashSet<>(), new LinkedHashSet<>());
        references.collect(blocks);
        return references;
    }

    private void collect(List<Block> blocks) {
        for (var block : blocks) {
            if (block instanceof Block.Box box) {
                collect(box.body());
            } else if (block instanceof Block.ArticleLink link) {
                articles.add(link.article());
            } else {
                imagesOf(block).forEach(use -> images.add(use.id()));
            }
        }
    }

    /**
     * Returns the images of a body in reading order, those in boxes too, by the JSON pointer of each use.
     *
     * @param at the pointer of the body, with a slash at its end
     */
    public static Map<String, UUID> imagesByPointer(List<Block> blocks, String at) {
        var found = new LinkedHashMap<String, UUID>();
        if (blocks instanceof StoredBody stored && stored.isPassthrough()) {
            return found;
        }
        for (var index = 0; index < blocks.size(); index++) {
            var block = blocks.get(index);
            var pointer = at + index;
            if (block instanceof Block.Box box) {
                found.putAll(imagesByPointer(box.body(), pointer + "/body/"));
            } else if (block instanceof Block.Gallery gallery) {
                for (var image = 0; image < gallery.images().size(); image++) {
                    found.put(pointer + "/images/" + image, gallery.images().get(image).id());
                }
            } else {
                imagesOf(block).forEach(use -> found.put(pointer + "/" + imageMemberOf(block), use.id()));
            }
        }
        return found;
    }

    private static String imageMemberOf(Block block) {
        return block instanceof Block.Embed ? "preview" : block instanceof Block.Media ? "poster" : "image";
    }

    /** Returns the images in reading order. */
    static List<ImageReference> imagesOf(Block block) {
        if (block instanceof Block.Image image) {
            return List.of(image.image());
        } else if (block instanceof Block.Gallery gallery) {
            return gallery.images();
        } else if (block instanceof Block.Embed embed && embed.preview() != null) {
            return List.of(embed.preview());
        } else if (block instanceof Block.Media media && media.poster() != null) {
            return List.of(media.poster());
        }
        return List.of();
    }
}
