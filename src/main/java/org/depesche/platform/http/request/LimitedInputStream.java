package org.depesche.platform.http.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** A request body that fails with 413 as soon as it is longer than the limit, whatever length the client announced. */
final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long bytesRead;

    LimitedInputStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var next = readOrFail(super::read);
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = readOrFail(() -> super.read(buffer, offset, length));
        count(Math.max(read, 0));
        return read;
    }

    /** An I/O error while the body is read is an error of the client's transfer, not of this server. */
    private static int readOrFail(ReadCall call) {
        try {
            return call.read();
        } catch (IOException failure) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The body broke off or is not framed as HTTP demands.");
        }
    }

    private interface ReadCall {
        int read() throws IOException;
    }

    private void count(int bytes) {
        bytesRead += bytes;
        if (bytesRead > limit) {
            throw new Problem(ProblemType.TOO_LARGE, "The body is larger than " + limit + " bytes.");
        }
    }
}
