package org.depesche.platform.http.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A body that came packed with gzip. Nothing is read before somebody asks, and then the packed bytes first, as a pause of the
 * network would pass for their end.
 */
final class LazyGunzipInputStream extends InputStream {

    private final InputStream compressed;
    private @Nullable InputStream decompressed;

    LazyGunzipInputStream(InputStream packed) {
        this.compressed = packed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var whole = decompressed == null ? compressed.readAllBytes() : new byte[0];
        try {
            var stream = decompressed == null ? decompress(whole) : decompressed;
            decompressed = stream;
            return stream.read(into, offset, length);
        } catch (IOException broken) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The body is not in gzip format, as Content-Encoding says.");
        }
    }

    /** Nothing at all is nothing packed. */
    private static InputStream decompress(byte[] whole) throws IOException {
        return whole.length == 0 ? InputStream.nullInputStream() : new GZIPInputStream(new ByteArrayInputStream(whole));
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
