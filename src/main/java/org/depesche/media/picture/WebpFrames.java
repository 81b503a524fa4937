package org.depesche.media.picture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.depesche.media.header.ImageHeader;

/** Finds the frames of a WebP file (RFC 9649, section 2.7) in one walk over its chunks. */
final class WebpFrames {

    static final int MAX_CHUNKS = 100_000;

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;

    private final RandomAccessFile file;
    private int chunks;

    private WebpFrames(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Returns the first frames of an animation in their order. A file without an animation is one frame.
     *
     * @param max how many frames are wanted
     * @throws DamagedPicture if more than {@value #MAX_CHUNKS} chunks stand before the end of the last of these frames
     */
    static List<WebpFrame> find(Path path, ImageHeader header, int max) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var canvas = new WebpFrame(path, 0, 0, header.width(), header.height(), 0, 0);
            return new WebpFrames(file).find(canvas, header.frames() > 1, max);
        }
    }

    private List<WebpFrame> find(WebpFrame canvas, boolean isAnimation, int max) throws IOException {
        var frames = new ArrayList<WebpFrame>();
        var next = chunk(FIRST_CHUNK, file.length());
        while (next.isPresent() && frames.size() < max) {
            var chunk = next.get();
            if (chunk.name().equals("ANMF")) {
                frames.add(frame(canvas.file(), chunk));
            } else if (!isAnimation && chunk.isOfPixels()) {
                return List.of(chunk.addTo(canvas));
            }
            next = chunk(chunk.end(), file.length());
        }
        return frames.isEmpty() ? List.of(canvas) : frames;
    }

    /** Reads the place of a frame, and looks in its chunks for its transparency. */
    private WebpFrame frame(Path path, Chunk animated) throws IOException {
        file.seek(animated.content());
        var frame = new WebpFrame(path, 2 * unsigned24(), 2 * unsigned24(), unsigned24() + 1, unsigned24() + 1, 0, 0);
        var end = Math.min(animated.end(), file.length());
        var next = chunk(animated.content() + FRAME_HEADER, end);
        while (next.isPresent()) {
            var chunk = next.get();
            if (chunk.isOfPixels()) {
                return chunk.addTo(frame);
            }
            next = chunk(chunk.end(), end);
        }
        return frame;
    }

    private Optional<Chunk> chunk(long at, long end) throws IOException {
        if (at + CHUNK_HEADER > end) {
            return Optional.empty();
        }
        if (++chunks > MAX_CHUNKS) {
            throw new DamagedPicture("The WebP file has too many chunks.");
        }
        var header = new byte[CHUNK_HEADER];
        file.seek(at);
        file.readFully(header);
        var length = Integer.toUnsignedLong(
                header[4] & 0xFF | (header[5] & 0xFF) << 8 | (header[6] & 0xFF) << 16 | (header[7] & 0xFF) << 24);
        return Optional.of(new Chunk(new String(header, 0, 4, StandardCharsets.ISO_8859_1), at + CHUNK_HEADER, length));
    }

    private int unsigned24() throws IOException {
        return file.readUnsignedByte() | file.readUnsignedByte() << 8 | file.readUnsignedByte() << 16;
    }

    private record Chunk(String name, long content, long length) {

        long end() {
            return content + length + (length & 1);
        }

        /** The transparency stands before the pixels, so that the first of both decides. */
        boolean isOfPixels() {
            return name.equals("ALPH") || name.startsWith("VP8") && !name.equals("VP8X");
        }

        WebpFrame addTo(WebpFrame frame) {
            return name.equals("ALPH") ? frame.withAlpha(content, length) : frame;
        }
    }
}
