package org.depesche.content.image.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.file.upload.BatchUpload;
import org.depesche.content.image.file.upload.ImageFiles;
import org.depesche.content.image.file.upload.ImageUpload;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;

/** Executes uploads of many files in one request. The response has a line for each file, written when that file is done. */
@ApplicationScoped
class ImageBatch {

    private final BatchUpload uploads;
    private final ImageFiles files;
    private final EditorialImages desk;
    private final EditorialImageFormReader forms;
    private final IdempotentUpload idempotent;
    private final ObjectMapper json;

    ImageBatch(BatchUpload uploads, ImageFiles files, EditorialImages desk, EditorialImageFormReader forms,
            IdempotentUpload idempotent, ObjectMapper json) {
        this.uploads = uploads;
        this.files = files;
        this.desk = desk;
        this.forms = forms;
        this.idempotent = idempotent;
        this.json = json;
    }

    /**
     * Reads the files from the body and writes the lines.
     *
     * @param key the idempotency key of the batch. With the number of a file appended, it is the key of that file, so that a
     *         repeated batch continues where the first one was interrupted.
     */
    void upload(InputStream body, @Nullable String contentType, Optional<String> key, OutputStream out) {
        var lines = new Lines(key, out);
        try {
            uploads.receive(body, contentType, lines);
            lines.end(null);
        } catch (Problem problem) {
            lines.end(problem);
        }
    }

    private final class Lines implements BatchUpload.Receiver {

        private final Optional<String> key;
        private final OutputStream out;
        private int created;
        private int refused;

        Lines(Optional<String> key, OutputStream out) {
            this.key = key;
            this.out = out;
        }

        @Override
        public void store(BatchUpload.Place place, ImageUpload.CheckedFile file, Optional<byte[]> words) {
            var metadata = forms.readUpload(JsonForm.parseOptional(words.orElse(null), List.of()));
            var answer = key
                    .map(given -> idempotent.create(List.of(given + "/" + place.index()), file.sha256() + "\n" + metadata,
                            () -> files.create(file, metadata), desk::withETag))
                    .orElse(null);
            var image = answer == null ? desk.withETag(files.create(file, metadata)).view() : read(answer.getEntity());
            created++;
            write(UploadedImageLine.of(place, image));
        }

        private EditorialImageView read(Object stored) {
            try {
                return json.readValue((byte[]) stored, EditorialImageView.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void refuse(BatchUpload.Place place, Problem problem) {
            refused++;
            write(UploadedImageLine.of(place, problem));
        }

        void end(@Nullable Problem problem) {
            write(UploadedImageLine.summary(created, refused, problem));
        }

        private void write(UploadedImageLine line) {
            try {
                out.write(json.writeValueAsBytes(line));
                out.write('\n');
                out.flush();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            } catch (IOException gone) {
                // The client has closed the connection. The remaining files are stored nevertheless.
                Log.debugf("The client of a batch of images has gone: %s", gone.getMessage());
            }
        }
    }

    /** Reads and checks the header. This must happen before the first line, after which no status can be sent. */
    static Optional<String> key(List<String> values) {
        var key = IdempotencyKey.parseHeader(values);
        if (key.isPresent() && key.get().length() > IdempotencyKey.MAX_LENGTH - 8) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "The header " + IdempotencyKey.HEADER + " has at most "
                    + (IdempotencyKey.MAX_LENGTH - 8) + " characters for a batch.");
        }
        return key;
    }
}
