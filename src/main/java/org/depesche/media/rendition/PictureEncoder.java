package org.depesche.media.rendition;

import java.io.IOException;

/** Writes a picture as a file. */
interface PictureEncoder {

    /** The end of file names: {@code jpg}. */
    String extension();

    /** @param xmp a packet to put into the file, or nothing */
    byte[] encode(Picture picture, byte[] xmp) throws IOException;
}
