package org.depesche.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.depesche.platform.problem.Problem;

/** A body of a kind that is not read: refused with its first byte, as before that nobody can tell whether there is one. */
final class RefusedBody extends FilterInputStream {

    private final Problem refusal;

    RefusedBody(InputStream body, Problem refusal) {
        super(body);
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        return refused(super.read(), 0);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return refused(super.read(buffer, offset, length), 1);
    }

    private int refused(int read, int least) {
        if (read >= least) {
            throw refusal;
        }
        return read;
    }
}
