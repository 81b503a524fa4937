package org.depesche.media.rendition;

import java.io.IOException;

/** Writes a picture as a file. */
interface PictureEncoder {

    /** The end of file names: {@code jpg}. */
    String extension();

    /** What decides the bytes of a file, beside the picture and the packet. */
    String settings();

    /**
     * @param xmp a packet to put into the file, or nothing
     * @throws Failed if the format is left out for this picture
     */
    byte[] encode(EncoderInput input, byte[] xmp) throws IOException;

    /** A program failed that the other formats do without. */
    final class Failed extends IOException {

        private static final long serialVersionUID = 1;
    }
}
