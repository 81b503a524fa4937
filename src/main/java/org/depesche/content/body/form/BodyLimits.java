package org.depesche.content.body.form;

/**
 * The maximum size of a body.
 *
 * @param blocks the number of blocks, including those in boxes
 * @param blockLength the characters of one block's HTML
 * @param htmlLength the characters of a body that is one HTML string
 */
public record BodyLimits(int blocks, int blockLength, int htmlLength) {

    public static final BodyLimits DEFAULT = new BodyLimits(2_000, 100_000, 2_000_000);
}
