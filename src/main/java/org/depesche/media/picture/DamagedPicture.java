package org.depesche.media.picture;

/** The pixels of a file cannot be decoded, or not all of them. The message is a sentence for the client. */
public final class DamagedPicture extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamagedPicture(String message) {
        super(message, null, false, false);
    }
}
