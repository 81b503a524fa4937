package org.depesche.media.picture;

import java.io.IOException;

/**
 * Selects the parts of a GIF file that a decoder needs (GIF89a, appendix B): everything but comments, texts and application
 * data. Java's decoder joins the parts of these one by one, which takes a minute for some megabytes.
 */
final class GifPixels {

    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xF9;
    private static final int IMAGE = 0x2C;
    private static final int SCREEN = 13;
    private static final int DESCRIPTOR = 10;

    private GifPixels() {
    }

    static void select(PartialFileStream stream) throws IOException {
        var at = SCREEN + tableSize(stream.fileByte(10));
        stream.addFile(0, at);
        var control = -1L;
        while (at < stream.fileLength()) {
            var kind = stream.fileByte(at);
            if (kind == EXTENSION) {
                control = stream.fileByte(at + 1) == CONTROL ? at : control;
                at = behindBlocks(stream, at + 2);
            } else if (kind == IMAGE) {
                if (control >= 0) {
                    stream.addFile(control, behindBlocks(stream, control + 2));
                }
                control = -1;
                var end = behindBlocks(stream, at + DESCRIPTOR + tableSize(stream.fileByte(at + DESCRIPTOR - 1)) + 1);
                stream.addFile(at, end);
                at = end;
            } else { // the trailer, or what the decoder finds wrong
                stream.addFile(at, stream.fileLength());
                return;
            }
        }
    }

    /** The bytes of a color table, by the flags of what it belongs to. */
    private static long tableSize(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }

    private static long behindBlocks(PartialFileStream stream, long from) throws IOException {
        var at = from;
        while (at < stream.fileLength() && stream.fileByte(at) != 0) {
            at += stream.fileByte(at) + 1;
        }
        return at + 1;
    }
}
