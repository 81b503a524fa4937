package org.depesche.platform.http.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses a request body with gzip. The stream reads nothing before the first call of {@code read}, and then reads
 * the whole compressed body first: {@link GZIPInputStream} would take a pause of the network for the end of the body.
 */
final class LazyGunzipInputStream extends InputStream {

    private final InputStream compressed;
    private @Nullable InputStream decompressed;

    LazyGunzipInputStream(InputStream compressed) {
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        var buffer = new byte[1];
        return read(buffer, 0, 1) < 0 ? -1 : buffer[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var body = decompressed == null ? compressed.readAllBytes() : new byte[0];
        try {
            var stream = decompressed == null ? decompress(body) : decompressed;
            decompressed = stream;
            return stream.read(buffer, offset, length);
        } catch (IOException failure) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The body is not in gzip format, as Content-Encoding says.");
        }
    }

    /** An empty body stays empty: it has no gzip header. */
    private static InputStream decompress(byte[] body) throws IOException {
        return body.length == 0 ? InputStream.nullInputStream() : new GZIPInputStream(new ByteArrayInputStream(body));
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
