package org.depesche.media.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a response that may be closed early: its connection is then given up, because closing would read the rest. */
final class PartlyReadStream extends FilterInputStream {

    private final Runnable abort;
    private long left;

    PartlyReadStream(InputStream body, Runnable abort, long length) {
        super(body);
        this.abort = abort;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        left -= next < 0 ? left : 1;
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = super.read(bytes, offset, length);
        left -= read < 0 ? left : read;
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (left > 0) {
            abort.run();
        }
        super.close();
    }
}
