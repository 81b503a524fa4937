package org.depesche.media.picture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.stream.ImageInputStreamImpl;

/** A stream of selected parts of a file, with own bytes between them. A {@link Selection} adds the parts in their order. */
final class PartialFileStream extends ImageInputStreamImpl {

    private static final int WINDOW = 8192;

    /** A part of the stream: bytes of the file, or own bytes. */
    private record Part(long start, long length, long offset, byte[] own) {
    }

    private final RandomAccessFile file;
    private final long fileLength;
    private final List<Part> parts = new ArrayList<>();
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;
    private long length;
    private int current;

    private PartialFileStream(RandomAccessFile file) throws IOException {
        this.file = file;
        this.fileLength = file.length();
    }

    /** Adds the parts of a file. */
    @FunctionalInterface
    interface Selection {

        void addTo(PartialFileStream stream) throws IOException;
    }

    static PartialFileStream open(Path path, Selection selection) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "r");
        try {
            var stream = new PartialFileStream(file);
            selection.addTo(stream);
            return stream;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    long fileLength() {
        return fileLength;
    }

    /** A byte of the file; 0 behind its end. */
    int fileByte(long at) throws IOException {
        if (at < 0 || at >= fileLength) {
            return 0;
        }
        if (at < windowStart || at >= windowStart + windowLength) {
            file.seek(at);
            windowStart = at;
            windowLength = Math.max(0, file.read(window));
        }
        return windowLength == 0 ? 0 : window[(int) (at - windowStart)] & 0xFF;
    }

    /** Adds the bytes of the file from one position up to another one. */
    void addFile(long from, long to) {
        add(new Part(length, Math.min(to, fileLength) - from, from, new byte[0]));
    }

    void add(byte[] own) {
        add(new Part(length, own.length, 0, own));
    }

    private void add(Part part) {
        if (part.length > 0) {
            parts.add(part);
            length += part.length;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int wanted) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (wanted == 0) {
            return 0;
        }
        if (streamPos >= length) {
            return -1;
        }
        var part = partAt(streamPos);
        var within = streamPos - part.start;
        var count = (int) Math.min(wanted, part.length - within);
        if (part.own.length > 0) {
            System.arraycopy(part.own, (int) within, target, from, count);
        } else {
            file.seek(part.offset + within);
            count = file.read(target, from, count);
        }
        streamPos += Math.max(0, count);
        return count;
    }

    /** Begins at the part of the last read, because most reads continue there. */
    private Part partAt(long position) {
        if (position < parts.get(current).start) {
            current = 0;
        }
        while (position >= parts.get(current).start + parts.get(current).length) {
            current++;
        }
        return parts.get(current);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
