package org.depesche.media.rendition;

import java.io.IOException;

/** Writes a picture as a file. */
interface PictureEncoder {

    /** The extension of file names: {@code jpg}. */
    String extension();

    /** Describes everything that decides the bytes of a file, apart from the picture and the packet. */
    String settings();

    /**
     * Encodes a picture.
     *
     * @param xmp a packet to put into the file; without bytes for none
     * @throws Failed if the format is left out for this picture
     */
    byte[] encode(EncoderInput input, byte[] xmp) throws IOException;

    /** The program that encodes this format failed. The other formats do not need it. */
    final class Failed extends IOException {

        private static final long serialVersionUID = 1;
    }
}
