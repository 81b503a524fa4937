package org.depesche.media.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Builds JPEG files with metadata, byte by byte. They have a frame header, but no pixels. */
public final class PhotoFile {

    private final ByteArrayOutputStream segments = new ByteArrayOutputStream();
    private final ByteArrayOutputStream iim = new ByteArrayOutputStream();

    public PhotoFile() {
        segments.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xD8 });
    }

    public PhotoFile xmp(String properties) {
        return xmp("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\""
                + " xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\" xmlns:p=\"http://ns.useplus.org/ldf/xmp/1.0/\""
                + " xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\""
                + " xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\">" + properties
                + "</rdf:Description></rdf:RDF></x:xmpmeta>", StandardCharsets.UTF_8);
    }

    public PhotoFile xmp(String packet, Charset charset) {
        return segment(0xE1, "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII), packet.getBytes(charset));
    }

    public PhotoFile iim(int record, int dataset, byte[] value) {
        iim.writeBytes(ByteBuffer.allocate(5).put((byte) 0x1C).put((byte) record).put((byte) dataset)
                .putShort((short) value.length).array());
        iim.writeBytes(value);
        return this;
    }

    public PhotoFile segment(int marker, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        segments.writeBytes(ByteBuffer.allocate(4).put((byte) 0xFF).put((byte) marker)
                .putShort((short) (content.size() + 2)).array());
        segments.writeBytes(content.toByteArray());
        return this;
    }

    /** The start of a file up to here. */
    public byte[] head() {
        return segments.toByteArray();
    }

    public byte[] bytes() {
        if (iim.size() > 0) {
            segment(0xED, "Photoshop 3.0\0008BIM\4\4\0\0".getBytes(StandardCharsets.ISO_8859_1),
                    ByteBuffer.allocate(4).putInt(iim.size()).array(), iim.toByteArray());
        }
        segment(0xC0, ByteBuffer.allocate(15).put((byte) 8).putShort((short) 30).putShort((short) 40).put((byte) 3).array());
        segments.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xD9 });
        return segments.toByteArray();
    }
}
