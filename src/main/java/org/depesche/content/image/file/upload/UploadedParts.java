package org.depesche.content.image.file.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The parts of the upload of one file: {@code file}, and {@code metadata} as JSON, in any order, each at most once. */
final class UploadedParts {

    static final String FILE = "file";
    static final String METADATA = "metadata";
    private static final int MAX_PARTS = 10;

    private final OutputStream file;
    private byte @Nullable [] metadata;
    private @Nullable String fileName;
    private boolean hasFile;

    private UploadedParts(OutputStream file) {
        this.file = file;
    }

    /**
     * Reads the body.
     *
     * @param file receives the content of the part {@code file} while it is read
     */
    static UploadedParts read(InputStream body, @Nullable String contentType, OutputStream file) {
        var parts = new UploadedParts(file);
        var multipart = new MultipartBody(body, contentType, MAX_PARTS);
        try {
            for (var part = multipart.next(); part.isPresent(); part = multipart.next()) {
                parts.read(multipart, part.get());
            }
        } catch (IOException e) {
            throw MultipartBody.malformed();
        }
        if (!parts.hasFile) {
            throw Problem.invalidBody(List.of(InputError.atPointer("/file", "is required: the part with the picture.")));
        }
        return parts;
    }

    Optional<byte[]> metadata() {
        return Optional.ofNullable(metadata);
    }

    Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    private void read(MultipartBody multipart, MultipartBody.Part part) throws IOException {
        switch (part.name()) {
            case FILE -> {
                refuseSecond(hasFile, FILE);
                hasFile = true;
                fileName = part.fileName();
                multipart.copyTo(file);
            }
            case METADATA -> {
                refuseSecond(metadata != null, METADATA);
                metadata = multipart.bytes(METADATA);
            }
            default -> throw unknown(part);
        }
    }

    /** Returns the refusal of a part with another name. */
    static Problem unknown(MultipartBody.Part part) {
        return Problem.invalidBody(
                List.of(InputError.atPointer("/" + part.name(), "is no part of an upload: `file` and `metadata` are.")));
    }

    private static void refuseSecond(boolean isSecond, String name) {
        if (isSecond) {
            throw Problem.invalidBody(List.of(InputError.atPointer("/" + name, "may be there once.")));
        }
    }
}
