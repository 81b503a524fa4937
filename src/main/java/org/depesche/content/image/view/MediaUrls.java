package org.depesche.content.image.view;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.ImageFile.Renditions.Size;
import org.depesche.media.picture.Crop;
import org.depesche.platform.http.AbsoluteUrls;

/** Creates the addresses of renditions. A rendition with another content has another address. */
@ApplicationScoped
public class MediaUrls {

    /** The widest JPEG that {@code src} names. */
    private static final int MAX_SOURCE_WIDTH = 1_280;
    private static final String JPEG = "jpg";
    private static final String WEBP = "webp";

    private final AbsoluteUrls urls;
    private final MediaConfig config;

    MediaUrls(AbsoluteUrls urls, MediaConfig config) {
        this.urls = urls;
        this.config = config;
    }

    /** Returns the JPEG for clients that take one address only. */
    Optional<URI> source(Image image, Crop crop) {
        return renditions(image).flatMap(made -> made.widthsOf(crop.word()).stream()
                .filter(width -> width <= MAX_SOURCE_WIDTH).reduce((smaller, larger) -> larger)
                .or(() -> made.widthsOf(crop.word()).stream().findFirst())
                .map(width -> url(image.id(), made, crop, width, JPEG)));
    }

    /** Returns the file that the {@code src} of an image names, with its size where that is known. */
    public Optional<SizedFile> source(ImageView view) {
        return files(view).stream().filter(file -> file.url().equals(view.src())).findFirst()
                .or(() -> Optional.ofNullable(view.src()).map(src -> SizedFile.foreign(src, view.registered())));
    }

    /** Returns the JPEG files of the whole picture, ascending by width. An image whose file is elsewhere has none. */
    public List<SizedFile> files(ImageView view) {
        return jpegs(view, Crop.ORIGINAL);
    }

    /**
     * Returns one JPEG file of each cropped shape: the smallest of at least this width, or else the largest. An image whose
     * file is elsewhere has none.
     */
    public List<SizedFile> shapes(ImageView view, int minWidth) {
        return Stream.of(Crop.WIDE, Crop.CLASSIC, Crop.SQUARE).map(crop -> jpegs(view, crop))
                .flatMap(files -> files.stream().filter(file -> Objects.requireNonNull(file.width()) >= minWidth).findFirst()
                        .or(() -> files.stream().reduce((smaller, larger) -> larger)).stream())
                .toList();
    }

    private List<SizedFile> jpegs(ImageView view, Crop crop) {
        var image = view.registered();
        return renditions(image).map(made -> made.widthsOf(crop.word()).stream().map(width -> {
            var size = made.sizeOf(crop.word(), width);
            return new SizedFile(url(image.id(), made, crop, width, JPEG), mediaType(JPEG), width,
                    size.map(Size::height).or(() -> height(image, crop, width)).orElse(null),
                    size.map(Size::bytes).orElse(null));
        }).toList()).orElse(List.of());
    }

    private static Optional<Integer> height(Image image, Crop crop, int width) {
        return image.width() == null || image.height() == null ? Optional.empty()
                : Optional.of(crop.boxIn(image.width(), image.height(), 0.5, 0.5).heightAt(width));
    }

    /** Returns the renditions of all widths in WebP, or else JPEG, for the {@code srcset} of an {@code img} element. */
    Optional<String> sourceSet(Image image, Crop crop) {
        return renditions(image).map(made -> made.widthsOf(crop.word()).stream()
                .map(width -> url(image.id(), made, crop, width, made.formats().contains(WEBP) ? WEBP : JPEG) + " " + width
                        + "w")
                .collect(Collectors.joining(", "))).filter(set -> !set.isEmpty());
    }

    /** Returns all renditions: by crop, width and format. */
    List<FullImageView.Rendition> all(Image image) {
        var all = new ArrayList<FullImageView.Rendition>();
        var made = renditions(image);
        if (made.isPresent() && image.width() != null && image.height() != null) {
            for (var crop : Crop.values()) {
                var box = crop.boxIn(image.width(), image.height(), 0.5, 0.5);
                for (var width : made.get().widthsOf(crop.word())) {
                    made.get().formats().forEach(format -> all.add(new FullImageView.Rendition(crop.word(), width,
                            box.heightAt(width), mediaType(format), url(image.id(), made.get(), crop, width, format))));
                }
            }
        }
        return all;
    }

    /** Returns the path of a rendition below this service. */
    public static String path(UUID image, String key, String name) {
        return ImageFile.folder(image) + key + "/" + name;
    }

    /** Returns the media type of the extension of a rendition. */
    public static String mediaType(String extension) {
        return extension.equals(JPEG) ? "image/jpeg" : "image/" + extension;
    }

    /** Returns the base URL of all renditions. */
    public String base() {
        return config.url().map(URI::toString).orElseGet(() -> urls.of("").toString());
    }

    private URI url(UUID image, ImageFile.Renditions made, Crop crop, int width, String format) {
        var path = path(image, made.key(), crop.fileName() + "-" + width + "." + format);
        return config.url().map(base -> URI.create(base.toString().replaceAll("/$", "") + path)).orElseGet(() -> urls.of(path));
    }

    private static Optional<ImageFile.Renditions> renditions(Image image) {
        return Optional.ofNullable(image.file()).flatMap(ImageFile::currentRenditions);
    }
}
