package org.depesche.media.picture;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;

import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

import org.depesche.media.header.PngChunks;

/** The color profile of a PNG file, which the JDK's reader ignores (PNG 3rd edition, section 11.3.2.3). */
final class PngProfile {

    /** The largest profile, compressed and decompressed. Those of screens have some kilobytes, the largest of presses 3 MB. */
    static final int MAX_BYTES = 4 << 20;
    private static final String METADATA = "javax_imageio_png_1.0";
    private static final String CHUNK = "iCCP";
    private static final Set<String> ENDS = Set.of("IDAT", "IEND");
    private static final int PIECE = 8192;
    private static final int MAX_NAME = 79;

    private PngProfile() {
    }

    /** Returns the profile. Empty if there is none, or none that can be used. */
    static Optional<ICC_Profile> of(ImageReader reader) {
        try {
            var tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(METADATA);
            var nodes = tree.getElementsByTagName(CHUNK);
            if (nodes.getLength() == 0) {
                return Optional.empty();
            }
            var compressed = (byte[]) ((IIOMetadataNode) nodes.item(0)).getUserObject();
            try (var in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
                return Optional.of(ICC_Profile.getInstance(in.readNBytes(MAX_BYTES)));
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a broken profile counts as none
        }
    }

    /** Whether the file has a profile that is not used because of its size. Nothing of it is kept. */
    static boolean isTooLarge(Path path) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var chunks = new PngChunks<IOException>(at -> head(file, at), file.length());
            for (var chunk = chunks.next(); chunk.isPresent() && !ENDS.contains(chunk.get().type()); chunk = chunks.next()) {
                if (chunk.get().type().equals(CHUNK)) {
                    return chunk.get().length() > MAX_BYTES || inflatesBeyond(file);
                }
            }
            return false;
        } catch (IOException e) {
            return false; // a broken profile counts as none
        }
    }

    /** Reads the head of a chunk. The position of the file is then at the content of the chunk. */
    private static long head(RandomAccessFile file, long at) throws IOException {
        file.seek(at);
        return file.readLong();
    }

    /** Skips the name of the profile, which ends with a zero byte, and its compression method, and inflates the rest. */
    private static boolean inflatesBeyond(RandomAccessFile file) throws IOException {
        for (var letters = 0; file.readByte() != 0; letters++) {
            if (letters == MAX_NAME) {
                return false; // broken
            }
        }
        file.readByte();
        try (InputStream in = new InflaterInputStream(Channels.newInputStream(file.getChannel()))) {
            var piece = new byte[PIECE];
            var left = MAX_BYTES;
            for (var count = in.read(piece); count >= 0 && left >= 0; count = in.read(piece)) {
                left -= count;
            }
            return left < 0;
        }
    }
}
