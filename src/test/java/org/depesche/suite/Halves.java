package org.depesche.suite;

/**
 * How test classes are shared out: by room, so that both halves take about as long. A class whose room is not named here is in
 * the second half, so none can be forgotten.
 */
final class Halves {

    static final String ALL = "org.depesche";

    static final String FIRST = "org\\.depesche\\.(bootstrap|content|platform)\\..*";
    static final String SHORT = ".*Test";
    static final String FIRST_SHORT = FIRST + "Test";

    private static final String LONG_NAME = "(LongTest|OpenSearch\\w*Test)";
    static final String FIRST_LONG = "org\\.depesche\\.(bootstrap|content|media|platform|delivery\\.(search|related|websub))\\..*"
            + LONG_NAME;
    static final String LONG = ".*" + LONG_NAME;

    private Halves() {
    }
}
