package org.depesche.media.header;

/** An image file is refused before it is decoded. The message is a sentence for the client. */
public final class ImageRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    private ImageRefusal(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** The reason for which a file is refused. */
    public enum Reason {
        /** The content is none of the known image formats. */
        UNKNOWN_FORMAT,
        /** The file breaks the rules of its format, ends early, or claims what it cannot hold. */
        DAMAGED,
        /** The file or the picture exceeds a limit. */
        TOO_LARGE
    }

    static ImageRefusal unknownFormat() {
        return new ImageRefusal(Reason.UNKNOWN_FORMAT, "The content is no JPEG, PNG, GIF, WebP, TIFF, AVIF or HEIC picture.");
    }

    static ImageRefusal damaged(String message) {
        return new ImageRefusal(Reason.DAMAGED, message);
    }

    static ImageRefusal tooLarge(String message) {
        return new ImageRefusal(Reason.TOO_LARGE, message);
    }

    public Reason reason() {
        return reason;
    }
}
