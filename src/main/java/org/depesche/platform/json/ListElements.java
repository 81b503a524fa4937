package org.depesche.platform.json;

/**
 * Names of extensions by which the schema of a list declares the limits of its elements. An annotation can only limit the
 * list itself. The OpenAPI document shows the limits at the elements, without these extensions.
 */
public final class ListElements {

    /** The characters of each element, which is a text. */
    public static final String TEXT_LENGTH = "x-elements-max-length";

    /** The elements of each element, which is a list. */
    public static final String MAX_ITEMS = "x-elements-max-items";

    private ListElements() {
    }
}
