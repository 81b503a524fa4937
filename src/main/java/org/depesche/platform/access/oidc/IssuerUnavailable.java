package org.depesche.platform.access.oidc;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** The access token cannot be checked: the issuer's keys are not known yet, and the issuer is unreachable. */
class IssuerUnavailable extends Problem {

    private static final String RETRY_SECONDS = "5";

    IssuerUnavailable() {
        super(ProblemType.UNAVAILABLE, "The issuer of access tokens does not answer. API keys work as ever.");
        header("Retry-After", RETRY_SECONDS);
    }
}
