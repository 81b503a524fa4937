package org.depesche.content.image.file.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.file.UploadConfig;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Receives many files in one multipart body. Each part {@code file} is stored when it ends, before the next one is read. A part
 * {@code metadata} holds for the file behind it. A refused file does not stop the others.
 */
@ApplicationScoped
public class BatchUpload {

    private static final int PARTS_PER_FILE = 2;
    /** A batch of up to twice the files is read, to tell which of them are left out: the file itself, and its metadata. */
    private static final int MAX_PARTS_PER_FILE = 2 * PARTS_PER_FILE;

    private final ImageUpload uploads;
    private final UploadConfig config;

    BatchUpload(ImageUpload uploads, UploadConfig config) {
        this.uploads = uploads;
        this.config = config;
    }

    /** What becomes of the files of a batch. */
    public interface Receiver {

        /** Stores a file that was received and checked, and answers for it. */
        void store(Place place, ImageUpload.CheckedFile file, Optional<byte[]> metadata);

        /** Answers for a file that is refused, that {@link #store} refused, or that is one too many. */
        void refuse(Place place, Problem problem);
    }

    /**
     * A file in its batch.
     *
     * @param index counted from 0
     * @param name as the client named it
     */
    public record Place(int index, @Nullable String name) {
    }

    /**
     * Reads the body.
     *
     * @throws Problem if it breaks off, is far too large, has a part that is neither, or words without a file; the files before
     *         stay
     */
    public void receive(InputStream body, @Nullable String contentType, Receiver receiver) {
        var multipart = new MultipartBody(body, contentType, Integer.MAX_VALUE);
        var batch = new Batch(multipart, receiver);
        try {
            for (var part = multipart.next(); part.isPresent(); part = multipart.next()) {
                batch.read(part.get());
            }
            batch.end();
        } catch (IOException e) {
            throw MultipartBody.malformed();
        }
    }

    private final class Batch {

        private final MultipartBody multipart;
        private final Receiver receiver;
        private int parts;
        private int files;
        private long bytes;
        private byte @Nullable [] metadata;

        Batch(MultipartBody multipart, Receiver receiver) {
            this.multipart = multipart;
            this.receiver = receiver;
        }

        void read(MultipartBody.Part part) throws IOException {
            var maxParts = MAX_PARTS_PER_FILE * config.maxBatchFiles();
            if (++parts > maxParts) {
                throw new Problem(ProblemType.TOO_LARGE, "A batch has at most " + maxParts + " parts.");
            }
            switch (part.name()) {
                case UploadedParts.METADATA -> {
                    end();
                    metadata = multipart.bytes(UploadedParts.METADATA);
                }
                case UploadedParts.FILE -> {
                    var place = new Place(files++, part.fileName());
                    if (files > config.maxBatchFiles()) {
                        receiver.refuse(place, new Problem(ProblemType.TOO_LARGE, "A batch has at most "
                                + config.maxBatchFiles() + " files. This one was not stored: send it in another batch."));
                    } else {
                        readFile(place, Optional.ofNullable(metadata));
                    }
                    metadata = null;
                }
                default -> throw UploadedParts.unknown(part);
            }
        }

        /** @throws Problem if there are words that hold for no file */
        void end() {
            if (metadata != null) {
                throw Problem.invalidBody(List.of(InputError.atPointer("/" + UploadedParts.METADATA,
                        "holds for the file behind it, and there is none. Nothing was done with these words.")));
            }
        }

        private void readFile(Place place, Optional<byte[]> words) throws IOException {
            try {
                uploads.receivePart(out -> multipart.copyTo(new Counter(out)), place.name(),
                        file -> receiver.store(place, file, words));
            } catch (BatchTooLarge e) {
                throw e;
            } catch (Problem refused) {
                receiver.refuse(place, refused);
            }
        }

        /** Counts the bytes of all files. */
        private final class Counter extends OutputStream {

            private final OutputStream out;

            Counter(OutputStream out) {
                this.out = out;
            }

            @Override
            public void write(int next) throws IOException {
                write(new byte[] { (byte) next }, 0, 1);
            }

            @Override
            public void write(byte[] content, int offset, int length) throws IOException {
                bytes += length;
                if (bytes > config.maxBatchSize().asLongValue()) {
                    throw new BatchTooLarge(config.maxBatchSize().asLongValue());
                }
                out.write(content, offset, length);
            }
        }
    }

    /** Ends the batch. A file that is too large alone does not. */
    private static final class BatchTooLarge extends Problem {

        private static final long serialVersionUID = 1;

        BatchTooLarge(long limit) {
            super(ProblemType.TOO_LARGE, "The files of the batch have more than " + limit + " bytes.");
        }
    }
}
