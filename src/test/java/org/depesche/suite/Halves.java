package org.depesche.suite;

/**
 * How test classes are shared out: by room, so that both halves take about as long. A class whose room is not named here is in
 * the second half, so none can be forgotten. All classes of a test profile are in one half, because the other JVM would have to
 * start the service once more for them; {@code HalvesTest} compares them.
 */
final class Halves {

    static final String ALL = "org.depesche";

    static final String FIRST = "org\\.depesche\\.(DraftLeak|bootstrap\\.|content\\.(?!image\\.)"
            + "|delivery\\.(export|machineuse|websub)\\.|platform\\.).*";
    static final String SHORT = ".*Test";
    static final String FIRST_SHORT = FIRST + "Test";

    private static final String LONG_NAME = "(LongTest|OpenSearch\\w*Test)";
    /** With the other profiles, too. */
    static final String FIRST_LONG = "org\\.depesche\\.(DraftLeak|content\\.(article|image|publication)\\."
            + "|delivery\\.(search|related|websub)\\.|media\\.|platform\\.access\\.).*" + LONG_NAME;
    static final String LONG = ".*" + LONG_NAME;

    private Halves() {
    }
}
