package org.depesche.media.metadata.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Walks the segments of a JPEG file up to its pixels (ITU-T T.81, annex B; XMP specification part 3, section 1.1.3). */
final class JpegBlocks {

    private static final byte[] EXIF = ascii("Exif\0");
    private static final byte[] XMP = ascii("http://ns.adobe.com/xap/1.0/\0");
    private static final byte[] EXTENDED_XMP = ascii("http://ns.adobe.com/xmp/extension/\0");
    private static final byte[] PHOTOSHOP = ascii("Photoshop 3.0\0");
    private static final int GUID = 32;
    private static final int MAX_EXTENDED = 2;
    private static final int MAX_STRAY_BYTES = 4096;
    private static final int MAX_SEGMENTS = 5_000;

    private final FileBytes file;
    private final MetadataBlocks blocks;
    private final ByteArrayOutputStream photoshop = new ByteArrayOutputStream();
    private final Map<String, ExtendedPacket> extended = new LinkedHashMap<>();

    JpegBlocks(FileBytes file, MetadataBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    void find() throws IOException {
        try {
            walk();
        } finally {
            PhotoshopResources.find(photoshop.toByteArray(), blocks);
            extended.values().stream().filter(ExtendedPacket::isWhole).forEach(packet -> blocks.addXmp(packet.content.array()));
        }
    }

    private void walk() throws IOException {
        var at = 2L;
        for (var segment = 0; segment < MAX_SEGMENTS; segment++) {
            at = marker(at);
            var marker = file.unsigned8(at);
            if (marker == 0xDA || marker == 0xD9) {
                return;
            }
            var isBare = marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
            var length = isBare ? 0 : file.unsigned16(at + 1);
            if (!isBare && length >= 2 && (marker == 0xE1 || marker == 0xEB || marker == 0xED)) {
                read(marker, file.bytes(at + 3, Math.min(length - 2, Math.max(0, file.size() - at - 3))));
            }
            at += 1 + length;
        }
        throw FileBytes.EndOfBlocks.tooMany("JPEG", MAX_SEGMENTS, "segments");
    }

    private long marker(long from) throws IOException {
        for (var at = from; at < from + MAX_STRAY_BYTES; at++) {
            if (file.unsigned8(at) == 0xFF && file.unsigned8(at + 1) != 0xFF && file.unsigned8(at + 1) != 0) {
                return at + 1;
            }
        }
        throw new FileBytes.EndOfBlocks("The JPEG file has no marker where one must be.");
    }

    private void read(int marker, byte[] content) {
        switch (marker) {
            case 0xE1 -> readApp1(content);
            case 0xED -> readApp13(content);
            default -> {
                if (indexOf(content, ascii("c2pa")) >= 0) {
                    blocks.markContentCredentials();
                }
            }
        }
    }

    private void readApp1(byte[] content) {
        if (startsWith(content, EXIF) && content.length > EXIF.length + 1) {
            blocks.setExif(Arrays.copyOfRange(content, EXIF.length + 1, content.length));
        } else if (startsWith(content, XMP)) {
            blocks.addXmp(Arrays.copyOfRange(content, XMP.length, content.length));
        } else if (startsWith(content, EXTENDED_XMP) && content.length > EXTENDED_XMP.length + GUID + 8) {
            readExtended(ByteBuffer.wrap(content).position(EXTENDED_XMP.length));
        }
    }

    /** Chunks of one packet share a GUID; each tells the whole length and its own offset. */
    private void readExtended(ByteBuffer content) {
        var guid = new byte[GUID];
        content.get(guid);
        var length = content.getInt() & 0xFFFFFFFFL;
        var offset = content.getInt() & 0xFFFFFFFFL;
        var name = new String(guid, StandardCharsets.ISO_8859_1);
        if (!extended.containsKey(name) && extended.size() == MAX_EXTENDED || !blocks.accepts(length)) {
            return;
        }
        extended.computeIfAbsent(name, key -> new ExtendedPacket((int) length)).put(offset, content);
    }

    /** A packet that comes in chunks. One that lacks some is not parsed. */
    private static final class ExtendedPacket {

        private final ByteBuffer content;
        private int received;

        ExtendedPacket(int length) {
            this.content = ByteBuffer.allocate(length);
        }

        void put(long offset, ByteBuffer chunk) {
            if (offset + chunk.remaining() <= content.capacity()) {
                received += chunk.remaining();
                content.position((int) offset).put(chunk);
            }
        }

        boolean isWhole() {
            return received >= content.capacity();
        }
    }

    private void readApp13(byte[] content) {
        if (startsWith(content, PHOTOSHOP) && photoshop.size() + content.length <= blocks.maxBlockBytes()) {
            photoshop.write(content, PHOTOSHOP.length, content.length - PHOTOSHOP.length);
        }
    }

    static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    static int indexOf(byte[] content, byte[] wanted) {
        for (var at = 0; at + wanted.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
