package org.depesche.platform.access.key.authentication;

import org.depesche.platform.access.BearerScheme;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** The key is unknown, expired or revoked. Which of these applies is not disclosed. */
class InvalidKey extends Problem {

    InvalidKey() {
        super(ProblemType.UNAUTHENTICATED, "The key is unknown, expired or revoked.");
        header("WWW-Authenticate", BearerScheme.INVALID_TOKEN_CHALLENGE);
    }
}
