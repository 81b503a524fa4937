package org.depesche.media.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Checks the sizes that color profiles in a file claim (ICC.1:2022, section 7.2). A decoder allocates the memory before it
 * reads, so that a profile of some bytes that claims two gigabytes would end the process.
 */
public final class ColorProfileCheck {

    /** The bytes {@code acsp}, which each profile has after its size and other members of its header. */
    private static final int SIGNATURE = 0x61637370;
    private static final int SIGNATURE_OFFSET = 36;
    private static final int WINDOW = 1 << 16;

    private ColorProfileCheck() {
    }

    /** @throws DamagedPicture if a profile claims more bytes than there are behind its start */
    public static void check(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var bytes = ByteBuffer.allocate(WINDOW);
            for (var start = 0L; channel.read(bytes.clear(), start) >= SIGNATURE_OFFSET + Integer.BYTES;) {
                var last = bytes.flip().limit() - SIGNATURE_OFFSET - Integer.BYTES;
                for (var at = 0; at <= last; at++) {
                    if (bytes.get(at + SIGNATURE_OFFSET) == 'a' && bytes.getInt(at + SIGNATURE_OFFSET) == SIGNATURE) {
                        check(bytes.getInt(at), channel.size() - start - at);
                    }
                }
                start += last + 1;
            }
        }
    }

    private static void check(int claimed, long remaining) {
        if (claimed < 0 || claimed > remaining) {
            throw new DamagedPicture("The color profile of the picture claims more bytes than the file has.");
        }
    }
}
