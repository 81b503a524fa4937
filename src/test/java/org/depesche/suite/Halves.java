package org.depesche.suite;

/**
 * How test classes are shared out: by room, so that both halves take about as long. A class whose room is not named here is in
 * the second half, so none can be forgotten. All classes with {@link org.depesche.testkit.SecondProfile} are in the first half,
 * because another JVM would have to start the service once more for them.
 */
final class Halves {

    static final String ALL = "org.depesche";

    static final String FIRST = "org\\.depesche\\.(DraftLeak|bootstrap\\.|content\\.(?!image\\.)|platform\\.).*";
    static final String SHORT = ".*Test";
    static final String FIRST_SHORT = FIRST + "Test";

    private static final String LONG_NAME = "(LongTest|OpenSearch\\w*Test)";
    /** With the other profiles, too. */
    static final String FIRST_LONG = "org\\.depesche\\.(DraftLeak|content\\.(article|image|publication)\\."
            + "|delivery\\.(search|related|websub)\\.).*" + LONG_NAME;
    static final String LONG = ".*" + LONG_NAME;

    private Halves() {
    }
}
