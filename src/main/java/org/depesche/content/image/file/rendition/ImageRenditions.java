package org.depesche.content.image.file.rendition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.file.UploadConfig;
import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBudget;
import org.depesche.media.picture.PixelBuffers;
import org.depesche.media.rendition.RenditionMaker;

/**
 * Makes the renditions of one image, its pixels on a thread of a low priority, so that requests do not wait for it. One caller
 * at a time, because the arrays of pixels are kept for the next picture.
 */
@ApplicationScoped
class ImageRenditions {

    private final PictureThread pixels = new PictureThread();
    private final RenditionFiles files;
    private final ImageHeaderReader headers;
    private final PhotoMetadataReader metadata;
    private final PictureDecoder decoder;
    private final PixelBudget budget;
    private final RenditionMaker maker;
    private final RightsPackets packets;
    private final UploadConfig limits;

    ImageRenditions(RenditionFiles files, ImageHeaderReader headers, PhotoMetadataReader metadata, PictureDecoder decoder,
            PixelBudget budget, RenditionMaker maker, RightsPackets packets, UploadConfig limits) {
        this.files = files;
        this.headers = headers;
        this.metadata = metadata;
        var buffers = PixelBuffers.kept();
        this.decoder = decoder.using(buffers);
        this.budget = budget;
        this.maker = maker.using(buffers);
        this.packets = packets;
        this.limits = limits;
    }

    boolean canDecode(ImageFormat format) {
        return decoder.canDecode(format);
    }

    void stop() {
        pixels.stop();
    }

    /** Returns whether renditions were made of what the image is now, and with the current settings. */
    boolean isCurrent(ImageFile.Renditions made, Image image) {
        return made.key().equals(key(image, packets.of(image).toXmp()));
    }

    /** Returns the current renditions of an image whose files are all stored. */
    Optional<ImageFile.Renditions> current(Image image) {
        return Objects.requireNonNull(image.file()).currentRenditions()
                .filter(made -> isCurrent(made, image) && files.areStored(image, made));
    }

    /** Returns whether the sizes and the version of the decoder are stored. Older releases write rows without them. */
    boolean hasAllFacts(ImageFile.Renditions made, Image image) {
        return made.widths().keySet().equals(made.jpegs().keySet()) && made.decoderVersion() == decoderVersion(image);
    }

    /** Adds the sizes and the version of the decoder to renditions whose files are stored. */
    ImageFile.Renditions withAllFacts(ImageFile.Renditions made, Image image) {
        return made.withSizes(Objects.requireNonNull(image.width()), Objects.requireNonNull(image.height()),
                name -> files.byteSize(image, made, name)).withDecoder(decoderVersion(image));
    }

    /**
     * Makes the renditions and stores their files.
     *
     * @throws org.depesche.media.picture.DamagedPicture if the original cannot be decoded
     */
    ImageFile.Renditions make(Image image) throws Exception {
        var packet = packets.of(image).toXmp();
        return files.withOriginal(image, original -> make(image, original, packet)).withDecoder(decoderVersion(image));
    }

    private ImageFile.Renditions make(Image image, Path original, byte[] packet) throws Exception {
        var key = key(image, packet);
        var header = read(original);
        var orientation = metadata.read(original, header.format()).orientation();
        var focal = Optional.ofNullable(image.focalPoint()).orElse(new Image.FocalPoint(0.5, 0.5));
        var byteSizes = new HashMap<String, Long>();
        return budget.call((long) header.width() * header.height(), limits.budgetTimeout(), () -> pixels.call(() -> {
            var picture = decoder.decodeChecked(original, header, orientation, maker.maxSide());
            var made = maker.make(picture, focal.x(), focal.y(), packet, (name, content) -> {
                byteSizes.put(name, (long) content.length);
                files.store(image.id(), key, name, content);
            });
            return new ImageFile.Renditions(key, made.widths().entrySet().stream()
                    .collect(Collectors.toMap(crop -> crop.getKey().word(), crop -> List.copyOf(crop.getValue()))),
                    made.extensions(), Map.of(), null, null).withSizes(picture.width(), picture.height(), byteSizes::get);
        })).orElseThrow(() -> new IllegalStateException("the budget of pixels is used up"));
    }

    private ImageHeader read(Path original) throws IOException {
        try (var channel = Files.newByteChannel(original)) {
            return headers.read(channel);
        }
    }

    private String key(Image image, byte[] packet) {
        return RenditionKey.of(image, packet, maker.settings(), decoderVersion(image));
    }

    private static int decoderVersion(Image image) {
        return Arrays.stream(ImageFormat.values()).filter(format -> format.mediaType().equals(image.mediaType())).findFirst()
                .map(format -> PictureDecoder.version(format, pixels(image))).orElse(1);
    }

    private static long pixels(Image image) {
        return image.width() == null || image.height() == null ? 0 : (long) image.width() * image.height();
    }
}
