package org.depesche.platform.problem;

/** Recognizes failures of what the service needs, such as a database that does not answer. */
public final class Outages {

    private Outages() {
    }

    /** Whether the failure passes without a change of the program. Its stack trace tells nothing. */
    public static boolean isOutage(Throwable failure) {
        return ExceptionMapping.of(failure).type() == ProblemType.UNAVAILABLE;
    }
}
