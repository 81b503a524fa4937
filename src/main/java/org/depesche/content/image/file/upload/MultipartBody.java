package org.depesche.content.image.file.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a multipart body (RFC 7578) one after the other, as they arrive. */
final class MultipartBody {

    private static final int BUFFER = 16_384;
    private static final int MAX_PART_HEADERS = 4_096;
    private static final int MAX_TEXT_BYTES = 1 << 20;
    private static final int MAX_NAME_LENGTH = 255;

    private final MultipartStream stream;
    private final int maxParts;
    private int parts;
    private boolean isOpen;

    /** @param maxParts the maximum number of parts; a body with more is refused */
    MultipartBody(InputStream body, @Nullable String contentType, int maxParts) {
        this.stream = new MultipartStream(body, boundary(contentType), BUFFER, null);
        this.maxParts = maxParts;
        stream.setHeaderEncoding(StandardCharsets.UTF_8.name());
        stream.setPartHeaderSizeMax(MAX_PART_HEADERS);
    }

    /** @param fileName the name in NFC, without characters that file systems or headers forbid */
    record Part(String name, @Nullable String fileName) {
    }

    /** Moves to the next part, even if the one before was not read to its end. Returns empty after the last part. */
    Optional<Part> next() throws IOException {
        if (isOpen) {
            stream.discardBodyData();
        }
        isOpen = parts == 0 ? stream.skipPreamble() : stream.readBoundary();
        if (!isOpen) {
            return Optional.empty();
        }
        if (++parts > maxParts) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The body has more than " + maxParts + " parts.");
        }
        var disposition = disposition(stream.readHeaders());
        return Optional.of(new Part(String.valueOf(disposition.get("name")), Optional.ofNullable(disposition.get("filename"))
                .map(MultipartBody::clean).filter(name -> !name.isEmpty()).orElse(null)));
    }

    /** Writes the content of the current part. A failure to write is an {@link UncheckedIOException}. */
    void copyTo(OutputStream out) throws IOException {
        stream.readBodyData(new Sink(out));
        isOpen = false;
    }

    /** Returns the content of the current part. It is refused if it has more than 1 MiB. */
    byte[] bytes(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        copyTo(new OutputStream() {

            @Override
            public void write(int next) {
                write(new byte[] { (byte) next }, 0, 1);
            }

            @Override
            public void write(byte[] content, int offset, int length) {
                if (bytes.size() + length > MAX_TEXT_BYTES) {
                    throw new Problem(ProblemType.TOO_LARGE,
                            "The part `" + name + "` is larger than " + MAX_TEXT_BYTES + " bytes.");
                }
                bytes.write(content, offset, length);
            }
        });
        return bytes.toByteArray();
    }

    /** Returns the refusal of a body that ends early or is not multipart. */
    static Problem malformed() {
        return new Problem(ProblemType.MALFORMED_BODY, "The body broke off, or is not in the form of multipart/form-data.");
    }

    /** Returns the last segment of a path, in NFC, without characters that file systems or headers forbid. */
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var visible = Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .replaceAll("\\p{Z}+", " ").strip(); // screenshots of macOS have narrow spaces
        return visible.length() <= MAX_NAME_LENGTH ? visible : visible.substring(visible.length() - MAX_NAME_LENGTH);
    }

    private static byte[] boundary(@Nullable String contentType) {
        return Optional.ofNullable(contentType).map(type -> parameters(type).get("boundary"))
                .filter(boundary -> !boundary.isEmpty() && boundary.length() <= 200)
                .map(boundary -> boundary.getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> new Problem(ProblemType.MALFORMED_BODY, "The Content-Type names no boundary."));
    }

    private static Map<String, String> disposition(String headers) {
        return headers.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst().map(MultipartBody::parameters).orElse(Map.of());
    }

    private static Map<String, String> parameters(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    /** Makes failures to write unchecked, which distinguishes them from the failure of a body that ends early. */
    private static final class Sink extends OutputStream {

        private final OutputStream out;

        Sink(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int next) {
            write(new byte[] { (byte) next }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
