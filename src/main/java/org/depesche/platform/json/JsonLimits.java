package org.depesche.platform.json;

/**
 * The limits of a JSON body.
 *
 * @param maxDepth how deep objects and lists may be nested
 * @param maxErrors how many errors are listed; further errors are only counted
 */
public record JsonLimits(int maxDepth, int maxErrors) {

    /** A body of boxes and galleries has a depth of eight. A person reads no more than a hundred errors at a time. */
    public static final JsonLimits DEFAULT = new JsonLimits(64, 100);
}
