package org.depesche.platform.http.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.depesche.platform.problem.Problem;

/**
 * A request body of an unsupported media type. The stream fails with the first byte: before that nobody knows whether the
 * request has a body.
 */
final class UnsupportedBodyInputStream extends FilterInputStream {

    private final Problem problem;

    UnsupportedBodyInputStream(InputStream body, Problem problem) {
        super(body);
        this.problem = problem;
    }

    @Override
    public int read() throws IOException {
        return failIfAtLeast(super.read(), 0);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return failIfAtLeast(super.read(buffer, offset, length), 1);
    }

    private int failIfAtLeast(int read, int minimum) {
        if (read >= minimum) {
            throw problem;
        }
        return read;
    }
}
