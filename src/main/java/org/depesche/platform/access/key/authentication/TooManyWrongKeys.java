package org.depesche.platform.access.key.authentication;

import java.time.Duration;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** The address has sent so many wrong keys that its next one is not looked up yet. */
class TooManyWrongKeys extends Problem {

    TooManyWrongKeys(Duration wait) {
        super(ProblemType.TOO_MANY_REQUESTS, "Too many wrong keys came from this address.");
        header("Retry-After", Long.toString(wait.toSeconds() + 1));
    }
}
