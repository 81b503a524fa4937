package org.depesche.platform.json;

/**
 * How much a form bears.
 *
 * @param maxDepth how deep objects and lists may be nested
 * @param maxErrors how many mistakes are listed; more are only counted
 */
public record JsonLimits(int maxDepth, int maxErrors) {

    /** A body of boxes and galleries is eight deep; a person reads no more than a hundred mistakes at a time. */
    public static final JsonLimits DEFAULT = new JsonLimits(64, 100);
}
