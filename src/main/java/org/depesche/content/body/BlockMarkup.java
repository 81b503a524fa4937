package org.depesche.content.body;

/**
 * The attributes by which rendered HTML tells the type of a block, and what a block has beside its visible text. A body
 * that is rendered and read again is the same body. Browsers ignore these attributes.
 */
public final class BlockMarkup {

    /** The type of a block, on an element that could be another one. */
    public static final String BLOCK = "data-block";

    /** White space and line breaks in this element are part of the text. */
    public static final String EXACT = "data-exact";

    /** The anchor of a heading. */
    public static final String ANCHOR = "data-anchor";

    /** The id of a registered image, on its {@code <figure>}. */
    public static final String IMAGE = "data-image";

    /** Whether the use of an image says that it is decorative. */
    public static final String DECORATIVE = "data-decorative";

    /** The hash of a text that an image has itself: the text belongs to the use only if it was changed. */
    public static final String INHERITED = "data-inherited";

    /**
     * Stands on a caption that shows the alternative text of an image without a file; on the figure it is the text, which
     * no caption shows.
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
