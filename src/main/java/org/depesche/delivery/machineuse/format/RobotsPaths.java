package org.depesche.delivery.machineuse.format;

/**
 * Writes paths in the form of robots.txt, which RSL and TDMRep share (RFC 9309, section 2.2.3): a path matches all that begin
 * with it, {@code *} stands for any characters and {@code $} for the end.
 */
public final class RobotsPaths {

    private RobotsPaths() {
    }

    /** Returns the pattern that matches this path alone, and not {@code /politik/hafen-2} as well as {@code /politik/hafen}. */
    public static String exactly(String path) {
        return beginningWith(path) + "$";
    }

    /** Returns the pattern of all paths that begin with this one, whatever characters it has. */
    public static String beginningWith(String path) {
        return path.replace("*", "%2A").replace("$", "%24");
    }
}
