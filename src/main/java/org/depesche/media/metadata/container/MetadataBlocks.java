package org.depesche.media.metadata.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

import org.depesche.media.header.ImageFormat;
import org.jspecify.annotations.Nullable;

/** The metadata blocks of one file, as bytes. Damage never hides a block that was found before it. */
public final class MetadataBlocks {

    /** A file has one block of each kind, and an XMP packet may be extended by another one. */
    private static final int MAX_TOTAL_FACTOR = 2;

    private final int maxBlockBytes;
    private final List<byte[]> xmp = new ArrayList<>();
    private final List<byte[]> iim = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private byte @Nullable [] exif;
    private boolean hasContentCredentials;
    private long totalBytes;

    MetadataBlocks(int maxBlockBytes) {
        this.maxBlockBytes = maxBlockBytes;
    }

    /**
     * Finds the blocks. The channel stays open.
     *
     * @param maxBlockBytes a larger block is skipped with a warning; all blocks together may have twice this size
     */
    public static MetadataBlocks find(SeekableByteChannel channel, ImageFormat format, int maxBlockBytes) throws IOException {
        var blocks = new MetadataBlocks(maxBlockBytes);
        var file = new FileBytes(channel);
        try {
            switch (format) {
                case JPEG -> new JpegBlocks(file, blocks).find();
                case PNG -> new PngBlocks(file, blocks).find();
                case GIF -> new GifBlocks(file, blocks).find();
                case WEBP -> new WebpBlocks(file, blocks).find();
                case TIFF -> new TiffBlocks(file, blocks).find();
                case AVIF, HEIC -> new HeifBlocks(file, blocks).find();
            }
        } catch (FileBytes.EndOfBlocks end) {
            blocks.warn(end.getMessage());
        }
        return blocks;
    }

    /**
     * Returns the first Exif block, a TIFF structure whose offsets count from its first byte. Null if there is none, and for
     * TIFF files, which are such a structure themselves.
     */
    public byte @Nullable [] exif() {
        return exif == null ? null : exif.clone();
    }

    /** Returns the XMP packets in order of precedence: the main packet, then the extended one. */
    public List<byte[]> xmp() {
        return List.copyOf(xmp);
    }

    /** Returns the records of IPTC-IIM (IIM 4.2, section 1.6). */
    public List<byte[]> iim() {
        return List.copyOf(iim);
    }

    /** Whether the file has a C2PA manifest. */
    public boolean hasContentCredentials() {
        return hasContentCredentials;
    }

    /** Returns what was skipped or damaged, as sentences for an editor. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Whether a block of this size may be read. A small file can have many large blocks: compressed, or at the same place. */
    boolean accepts(long bytes) {
        if (bytes > maxBlockBytes) {
            warn("A metadata block of " + bytes + " bytes was skipped; " + maxBlockBytes + " is the limit.");
            return false;
        }
        var maxTotalBytes = (long) MAX_TOTAL_FACTOR * maxBlockBytes;
        if (totalBytes + bytes > maxTotalBytes) {
            warn("A metadata block of " + bytes + " bytes was skipped; " + maxTotalBytes + " in all are the limit.");
            return false;
        }
        return bytes > 0;
    }

    int maxBlockBytes() {
        return maxBlockBytes;
    }

    void addXmp(byte[] packet) {
        if (accepts(packet.length)) {
            totalBytes += packet.length;
            xmp.add(packet);
        }
    }

    void addIim(byte[] records) {
        if (accepts(records.length)) {
            totalBytes += records.length;
            iim.add(records);
        }
    }

    /** The first Exif block wins. */
    void setExif(byte[] tiff) {
        if (exif == null && accepts(tiff.length)) {
            totalBytes += tiff.length;
            exif = tiff;
        }
    }

    void markContentCredentials() {
        hasContentCredentials = true;
    }

    void warn(String warning) {
        if (warnings.size() < 20) {
            warnings.add(warning);
        }
    }
}
