package org.depesche.media.metadata.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;

import org.depesche.media.header.PngChunks;
import org.depesche.media.header.PngChunks.Chunk;

/** Walks the chunks of a PNG file (PNG third edition, sections 11.3.3 and 11.3.4), also those behind the pixels. */
final class PngBlocks {

    private static final int MAX_CHUNKS = 50_000;
    private static final int MAX_INFLATED = 20;
    private static final String XMP = "XML:com.adobe.xmp";
    private static final String RAW_PROFILE = "Raw profile type ";

    private final FileBytes file;
    private final MetadataBlocks blocks;
    private int inflated;

    PngBlocks(FileBytes file, MetadataBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    void find() throws IOException {
        var chunks = new PngChunks<IOException>(at -> file.window(at, PngChunks.HEAD).getLong(), file.size());
        var chunk = chunks.next();
        for (var count = 0; chunk.isPresent() && !chunk.get().type().equals("IEND"); count++) {
            if (count == MAX_CHUNKS) {
                throw FileBytes.EndOfBlocks.tooMany("PNG", MAX_CHUNKS, "chunks");
            }
            find(chunk.get());
            chunk = chunks.next();
        }
    }

    private void find(Chunk chunk) throws IOException {
        switch (chunk.type()) {
            case "iTXt", "zTXt", "tEXt", "eXIf" -> {
                if (blocks.accepts(chunk.length())) {
                    read(chunk.type(), file.bytes(chunk.start(), chunk.length()));
                }
            }
            case "caBX" -> blocks.markContentCredentials();
            default -> {
                // pixels, colors, and chunks that nobody asks for
            }
        }
    }

    private void read(String name, byte[] content) {
        if (name.equals("eXIf")) {
            blocks.setExif(content);
            return;
        }
        var end = zero(content, 0);
        var keyword = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        if (keyword.equals(XMP) && name.equals("iTXt")) {
            readXmp(content, end + 1);
        } else if (keyword.startsWith(RAW_PROFILE)) {
            var text = name.equals("zTXt") ? inflate(content, end + 2)
                    : Arrays.copyOfRange(content, Math.min(end + 1, content.length), content.length);
            readRawProfile(keyword.substring(RAW_PROFILE.length()).strip(), new String(text, StandardCharsets.ISO_8859_1));
        }
    }

    /** Reads a text behind the compression flag, the compression method, the language tag and the translated keyword. */
    private void readXmp(byte[] content, int at) {
        if (at + 2 > content.length) {
            return;
        }
        var isCompressed = content[at] == 1;
        var text = zero(content, zero(content, at + 2) + 1) + 1;
        if (text < content.length) {
            blocks.addXmp(isCompressed ? inflate(content, text) : Arrays.copyOfRange(content, text, content.length));
        }
    }

    /** Reads a profile as ImageMagick writes it: a line with a name, one with a length, and lines of hexadecimal digits. */
    private void readRawProfile(String type, String text) {
        // Not by a pattern such as "\\s*\\R\\s*": for a text of spaces it takes time that grows with the square of the length.
        var digits = text.lines().map(String::strip).filter(line -> !line.isEmpty()).skip(2).collect(Collectors.joining())
                .replaceAll("\\s", "");
        if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*")) {
            return;
        }
        var bytes = HexFormat.of().parseHex(digits);
        switch (type) {
            case "iptc", "8bim" -> PhotoshopResources.findBare(bytes, blocks);
            case "xmp" -> blocks.addXmp(bytes);
            case "exif", "APP1" -> {
                if (JpegBlocks.startsWith(bytes, JpegBlocks.ascii("Exif\0\0"))) {
                    blocks.setExif(Arrays.copyOfRange(bytes, 6, bytes.length));
                }
            }
            default -> {
                // an ICC profile, or unknown
            }
        }
    }

    private byte[] inflate(byte[] content, int from) {
        if (from >= content.length) {
            return new byte[0];
        }
        if (++inflated > MAX_INFLATED) {
            blocks.warn("The PNG file has too many compressed texts.");
            return new byte[0];
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(content, from, content.length - from))) {
            return in.readNBytes(blocks.maxBlockBytes());
        } catch (IOException e) {
            blocks.warn("A compressed text of the PNG file is damaged.");
            return new byte[0];
        }
    }

    private static int zero(byte[] content, int from) {
        for (var at = from; at < content.length; at++) {
            if (content[at] == 0) {
                return at;
            }
        }
        return content.length;
    }
}
