package org.depesche.content.image.file.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.file.ReceivedFile;
import org.depesche.content.image.file.StorageFailure;
import org.depesche.content.image.file.UploadConfig;
import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.header.ImageRefusal;
import org.depesche.media.metadata.Orientation;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.Picture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBudget;
import org.depesche.media.rendition.RenditionMaker;
import org.depesche.media.storage.IncomingFile;
import org.depesche.media.storage.Storage;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Receives uploads. It writes and hashes a temporary file, checks the header before any pixel is decoded, and then decodes the
 * picture at a small size, because only a decoder finds damage.
 */
@ApplicationScoped
public class ImageUpload {

    private static final int PREVIEW_SIDE = 256;
    private static final int BYTES_PER_PIXEL = 8;

    private final Storage storage;
    private final ImageHeaderReader headers;
    private final PhotoMetadataReader metadata;
    private final PictureDecoder decoder;
    private final PixelBudget budget;
    private final ImageDownloads downloads;
    private final UploadConfig config;

    ImageUpload(Storage storage, ImageHeaderReader headers, PhotoMetadataReader metadata, PictureDecoder decoder,
            PixelBudget budget, ImageDownloads downloads, UploadConfig config) {
        this.storage = storage;
        this.headers = headers;
        this.metadata = metadata;
        this.decoder = decoder;
        this.budget = budget;
        this.downloads = downloads;
        this.config = config;
    }

    /**
     * Receives a multipart body and passes its parts on.
     *
     * @param use receives the checked file, and the part {@code metadata}; afterwards the temporary file is deleted
     * @throws Problem 413 if the file is too large, 415 if it is no picture, or 422 if the picture is damaged or refused
     */
    public <T> T receive(InputStream body, @Nullable String contentType, BiFunction<CheckedFile, Optional<byte[]>, T> use) {
        try (var incoming = storage.receive(config.maxSize().asLongValue())) {
            var parts = UploadedParts.read(body, contentType, incoming);
            var received = check(incoming, parts.fileName().orElse(null));
            return use.apply(new CheckedFile(received), parts.metadata());
        } catch (IncomingFile.FileTooLarge e) {
            throw new Problem(ProblemType.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw StorageFailure.of(e);
        }
    }

    /**
     * Fetches a file from a URL that a client gave.
     *
     * @param pointer the JSON pointer to the URL in the body
     * @param use receives the checked file; afterwards the temporary file is deleted
     * @throws Problem as for an upload, 400 if the URL leads to a private network, or 422 if the file cannot be fetched
     */
    public <T> T fetch(URI url, String pointer, Function<CheckedFile, T> use) {
        try (var incoming = storage.receive(config.maxSize().asLongValue())) {
            var name = downloads.fetch(url, pointer, incoming);
            return use.apply(new CheckedFile(check(incoming, name)));
        } catch (IncomingFile.FileTooLarge e) {
            throw new Problem(ProblemType.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw StorageFailure.of(e);
        }
    }

    /** The source of the content of a file. */
    interface Source {

        /** @throws IOException if the content ends early; a failure to write is an {@link UncheckedIOException} */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Receives one file of many.
     *
     * @param use receives the checked file; afterwards the temporary file is deleted
     * @throws IOException if the source ends early
     */
    void receivePart(Source source, @Nullable String name, Consumer<CheckedFile> use) throws IOException {
        try (var incoming = storage.receive(config.maxSize().asLongValue())) {
            write(source, incoming);
            use.accept(new CheckedFile(check(incoming, name)));
        } catch (IncomingFile.FileTooLarge e) {
            throw new Problem(ProblemType.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (BrokenOff e) {
            throw e.reason;
        } catch (IOException | UncheckedIOException e) {
            throw StorageFailure.of(e);
        }
    }

    private static void write(Source source, OutputStream out) {
        try {
            source.writeTo(out);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    /** The failure of a body that ends early. It distinguishes an error of the client from one of the storage. */
    private static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final IOException reason;

        BrokenOff(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** Receives a file that this service has created. */
    public <T> T receive(byte[] content, String name, Function<CheckedFile, T> use) {
        try (var incoming = storage.receive(config.maxSize().asLongValue())) {
            incoming.write(content);
            return use.apply(new CheckedFile(check(incoming, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A received file, opaque to other packages. */
    public static final class CheckedFile {

        private final ReceivedFile file;

        private CheckedFile(ReceivedFile file) {
            this.file = file;
        }

        /** Returns the digest in hexadecimal. */
        public String sha256() {
            return file.sha256();
        }

        ReceivedFile file() {
            return file;
        }
    }

    private ReceivedFile check(IncomingFile incoming, @Nullable String name) throws IOException {
        var sha256 = incoming.finish();
        var header = header(incoming.path());
        var said = metadata.read(incoming.path(), header.format());
        return new ReceivedFile(incoming.path(), sha256, incoming.size(), name, header, said,
                preview(incoming.path(), header, said.orientation()));
    }

    private ImageHeader header(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return headers.read(channel);
        } catch (ImageRefusal refusal) {
            throw new Problem(switch (refusal.reason()) {
                case UNKNOWN_FORMAT -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
                case DAMAGED -> ProblemType.IMAGE_DAMAGED;
                case TOO_LARGE -> ProblemType.IMAGE_REFUSED;
            }, String.valueOf(refusal.getMessage()));
        }
    }

    private ReceivedFile.@Nullable Preview preview(Path file, ImageHeader header, Orientation orientation) {
        if (!decoder.canDecode(header.format())) {
            return null;
        }
        var pixels = (long) header.width() * header.height();
        refuseBeyondMemory(header.format(), pixels);
        try {
            return budget.call(pixels, config.budgetTimeout(), () -> {
                var warnings = new ArrayList<>(decoder.warnings(file, header));
                var picture = decode(file, header, orientation, warnings);
                return new ReceivedFile.Preview(RenditionMaker.dominantColor(picture), RenditionMaker.blurHash(picture),
                        warnings);
            }).orElseThrow(() -> new Problem(ProblemType.UNAVAILABLE, "Too many pictures are being decoded.")
                    .header("Retry-After", "5"));
        } catch (DamagedPicture damaged) {
            if (header.format() == ImageFormat.AVIF || header.format() == ImageFormat.HEIC) {
                return null; // no statement about the file: this libvips may lack the codec
            }
            throw new Problem(ProblemType.IMAGE_DAMAGED, String.valueOf(damaged.getMessage()));
        } catch (Problem problem) {
            throw problem;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Decodes a picture. A damaged one is decoded as far as possible if the settings accept that. */
    private Picture decode(Path file, ImageHeader header, Orientation orientation, List<String> warnings) throws IOException {
        try {
            return decoder.acceptingDamaged(false).decode(file, header, orientation, PREVIEW_SIDE);
        } catch (DamagedPicture damaged) {
            if (!config.acceptDamaged()) {
                throw damaged;
            }
            warnings.add(damaged.getMessage() + " It is shown as far as it goes.");
            return decoder.decode(file, header, orientation, PREVIEW_SIDE);
        }
    }

    /** Refuses large pictures whose decoders hold all pixels in memory, even if a small size is requested. */
    private static void refuseBeyondMemory(ImageFormat format, long pixels) {
        var isWhole = format == ImageFormat.WEBP || format == ImageFormat.TIFF;
        if (isWhole && pixels * BYTES_PER_PIXEL > Runtime.getRuntime().maxMemory() / 2) {
            throw new Problem(ProblemType.IMAGE_REFUSED,
                    "A " + format.mediaType() + " picture of " + pixels
                            + " pixels is too large for the memory of this service.");
        }
    }
}
