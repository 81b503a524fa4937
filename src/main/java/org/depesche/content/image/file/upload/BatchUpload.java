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
 * Receives many files in one multipart body. Each part {@code file} is stored when it ends, before the next one is read. A
 * part {@code metadata} belongs to the file after it. A refused file does not stop the others.
 */
@ApplicationScoped
public class BatchUpload {

    private static final int PARTS_PER_FILE = 2;
    /** A batch of up to twice the maximum is read to its end, so that each file beyond the maximum is reported. */
    private static final int MAX_PARTS_PER_FILE = 2 * PARTS_PER_FILE;

    private final ImageUpload uploads;
    private final UploadConfig config;

    BatchUpload(ImageUpload uploads, UploadConfig config) {
        this.uploads = uploads;
        this.config = config;
    }

    /** Receives the files of a batch, and reports the result of each. */
    public interface Receiver {

        /** Stores a file that was received and checked, and reports that. */
        void store(Place place, ImageUpload.CheckedFile file, Optional<byte[]> metadata);

        /** Reports a file that is invalid, that {@link #store} refused, or that exceeds the number of files. */
        void refuse(Place place, Problem problem);
    }

    /**
     * The position of a file in its batch.
     *
     * @param index the index among the files, from 0
     * @param name the name that the client gave to the file
     */
    public record Place(int index, @Nullable String name) {
    }

    /**
     * Reads the body.
     *
     * @throws Problem if the body ends early, is much too large, has a part with another name, or metadata without a file. The
     *         files before are stored nevertheless.
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

        /**
         * Checks that a file has followed the last metadata.
         *
         * @throws Problem if none has
         */
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

        /** Counts the bytes of all files, and aborts the batch if there are too many. */
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

    /** The refusal of the whole batch. A single file that is too large does not end the batch. */
    private static final class BatchTooLarge extends Problem {

        private static final long serialVersionUID = 1;

        BatchTooLarge(long limit) {
            super(ProblemType.TOO_LARGE, "The files of the batch have more than " + limit + " bytes.");
        }
    }
}
