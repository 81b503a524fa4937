package org.depesche.platform.access.oidc;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Whether a token is right cannot be told now: the issuer's keys are not known yet, and it does not answer. */
class IssuerUnavailable extends Problem {

    private static final String SECONDS = "5";

    IssuerUnavailable() {
        super(ProblemType.UNAVAILABLE, "The issuer of access tokens does not answer. API keys work as ever.");
        header("Retry-After", SECONDS);
    }
}
