package org.depesche.content.body.form;

/**
 * The maximum size of a body.
 *
 * @param blocks the number of blocks, including those in boxes
 * @param blockLength the characters of one block's HTML
 * @param htmlLength the characters of a body that is one HTML string
 */
public record BodyLimits(int blocks, int blockLength, int htmlLength) {

    public static final int BLOCKS = 2_000;
    public static final int BLOCK_LENGTH = 100_000;
    public static final int HTML_LENGTH = 2_000_000;
    public static final BodyLimits DEFAULT = new BodyLimits(BLOCKS, BLOCK_LENGTH, HTML_LENGTH);

    public static final int TITLE = 500;
    public static final int ITEMS = 5_000;
    public static final int COLUMNS = 100;
    public static final int IMAGES = 500;
    public static final int EMBED_PIXELS = 20_000;
    public static final int MEDIA_TYPE = 200;
    public static final int DURATION_SECONDS = 7 * 24 * 60 * 60;

    /** The slug or id of an article that a block links to. */
    public static final int REFERENCE = 200;
}
