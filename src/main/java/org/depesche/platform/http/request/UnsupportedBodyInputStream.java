package org.depesche.platform.http.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.depesche.platform.problem.Problem;

/** A body of a kind that is not read: refused with its first byte, as before that nobody can tell whether there is one. */
final class UnsupportedBodyInputStream extends FilterInputStream {

    private final Problem problem;

    UnsupportedBodyInputStream(InputStream body, Problem refusal) {
        super(body);
        this.problem = refusal;
    }

    @Override
    public int read() throws IOException {
        return failIfAtLeast(super.read(), 0);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return failIfAtLeast(super.read(buffer, offset, length), 1);
    }

    private int failIfAtLeast(int read, int least) {
        if (read >= least) {
            throw problem;
        }
        return read;
    }
}
