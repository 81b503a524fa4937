package org.depesche.content.body.form;

/**
 * How large a body may be.
 *
 * @param blocks how many, those in boxes included
 * @param blockLength characters of one block's HTML
 * @param htmlLength characters of a body that comes as one HTML string
 */
public record BodyLimits(int blocks, int blockLength, int htmlLength) {

    public static final BodyLimits DEFAULT = new BodyLimits(2_000, 100_000, 2_000_000);
}
