package org.depesche.platform.access;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Whether a token is right cannot be told now: the issuer's keys are not known yet, and it does not answer. */
class IssuerAway extends Problem {

    private static final String SECONDS = "5";

    IssuerAway() {
        super(ProblemType.UNAVAILABLE, "The issuer of access tokens does not answer. API keys work as ever.");
        header("Retry-After", SECONDS);
    }
}
