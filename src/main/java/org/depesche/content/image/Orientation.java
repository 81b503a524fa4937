package org.depesche.content.image;

/** How an image lies; the condition holds only where both sides are known. */
enum Orientation {
    LANDSCAPE("i.width > i.height"),
    PORTRAIT("i.width < i.height"),
    SQUARE("i.width = i.height");

    private final String condition;

    Orientation(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
