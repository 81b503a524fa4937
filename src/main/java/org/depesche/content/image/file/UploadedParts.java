package org.depesche.content.image.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart body (RFC 7578): {@code file}, and {@code metadata} as JSON, in any order, each once. */
final class UploadedParts {

    private static final int BUFFER = 16_384;
    private static final int MAX_PARTS = 10;
    private static final int MAX_PART_HEADERS = 4_096;
    private static final int MAX_METADATA_BYTES = 1 << 20;
    private static final int MAX_NAME_LENGTH = 255;

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
        try {
            parts.read(new MultipartStream(body, boundary(contentType), BUFFER, null));
        } catch (IOException e) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The body broke off, or is not in the form of multipart/form-data.");
        }
        if (!parts.hasFile) {
            throw Problem.invalidBody(List.of(InputError.atPointer("/file", "is required: the part with the picture.")));
        }
        return parts;
    }

    Optional<byte[]> metadata() {
        return Optional.ofNullable(metadata);
    }

    /** The last part of the client's path, in NFC, without characters that file systems or headers forbid. */
    Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    private static byte[] boundary(@Nullable String contentType) {
        return Optional.ofNullable(contentType).map(type -> parameters(type).get("boundary"))
                .filter(boundary -> !boundary.isEmpty() && boundary.length() <= 200)
                .map(boundary -> boundary.getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> new Problem(ProblemType.MALFORMED_BODY, "The Content-Type names no boundary."));
    }

    private void read(MultipartStream body) throws IOException {
        body.setHeaderEncoding(StandardCharsets.UTF_8.name());
        body.setPartHeaderSizeMax(MAX_PART_HEADERS);
        var hasNext = body.skipPreamble();
        for (var part = 0; hasNext; part++) {
            if (part == MAX_PARTS) {
                throw new Problem(ProblemType.MALFORMED_BODY, "The body has more than " + MAX_PARTS + " parts.");
            }
            readPart(body, disposition(body.readHeaders()));
            hasNext = body.readBoundary();
        }
    }

    private void readPart(MultipartStream body, Map<String, String> disposition) throws IOException {
        switch (String.valueOf(disposition.get("name"))) {
            case "file" -> {
                refuseSecond(hasFile, "file");
                hasFile = true;
                fileName = Optional.ofNullable(disposition.get("filename")).map(UploadedParts::clean)
                        .filter(name -> !name.isEmpty()).orElse(null);
                body.readBodyData(file);
            }
            case "metadata" -> {
                refuseSecond(metadata != null, "metadata");
                var bytes = new LimitedBytes();
                body.readBodyData(bytes);
                metadata = bytes.toByteArray();
            }
            default -> throw Problem.invalidBody(List.of(InputError.atPointer("/" + disposition.get("name"),
                    "is no part of an upload: `file` and `metadata` are.")));
        }
    }

    private static void refuseSecond(boolean isSecond, String name) {
        if (isSecond) {
            throw Problem.invalidBody(List.of(InputError.atPointer("/" + name, "may be there once.")));
        }
    }

    private static Map<String, String> disposition(String headers) {
        return headers.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst().map(UploadedParts::parameters).orElse(Map.of());
    }

    private static Map<String, String> parameters(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    /** The last part of a path, in NFC, without characters that file systems or headers forbid. */
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var visible = Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        return visible.length() <= MAX_NAME_LENGTH ? visible : visible.substring(visible.length() - MAX_NAME_LENGTH);
    }

    private static final class LimitedBytes extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            if (size() + length > MAX_METADATA_BYTES) {
                throw new Problem(ProblemType.TOO_LARGE,
                        "The part `metadata` is larger than " + MAX_METADATA_BYTES + " bytes.");
            }
            super.write(bytes, offset, length);
        }
    }
}
