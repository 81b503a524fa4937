package org.depesche.content.body;

/**
 * The attributes of rendered HTML for the type of a block, and for its members that are not visible text. A body that is
 * rendered and read again is the same body. Browsers ignore these attributes.
 */
public final class BlockMarkup {

    /** The type of a block, on an element that several types of blocks use. */
    public static final String BLOCK = "data-block";

    /** White space and line breaks in this element are part of the text. */
    public static final String EXACT = "data-exact";

    /** The anchor of a heading. */
    public static final String ANCHOR = "data-anchor";

    /** The id of a registered image, on its {@code <figure>}. */
    public static final String IMAGE = "data-image";

    /** Whether the use of an image is decorative. */
    public static final String DECORATIVE = "data-decorative";

    /** The hash of a text that is taken from the image itself. A reader stores the text with the use only if it was changed. */
    public static final String INHERITED = "data-inherited";

    /**
     * On a {@code <span>} of a caption: the span shows the alternative text of an image without a file. On a {@code <figure>}:
     * the alternative text itself, where no element shows it.
     */
    public static final String ALT = "data-alt";

    /** The id of a linked article. */
    public static final String ARTICLE = "data-article";

    public static final String EMBED_URL = "data-embed-url";
    public static final String PROVIDER = "data-provider";
    public static final String WIDTH = "data-width";
    public static final String HEIGHT = "data-height";
    public static final String MEDIA_TYPE = "data-media-type";
    public static final String DURATION = "data-duration-seconds";
    public static final String TRANSCRIPT = "data-transcript";
    public static final String BYTE_SIZE = "data-byte-size";

    /** The preview of an embed or the poster of a video: the JSON of an image reference. */
    public static final String PREVIEW = "data-preview";

    private BlockMarkup() {
    }

    /** Returns the hash of an inherited text. */
    public static String hash(String text) {
        return Integer.toHexString(text.hashCode());
    }
}
