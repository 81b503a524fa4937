package org.depesche.platform.access.key;

import org.depesche.platform.access.BearerScheme;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** A key was sent and is none of ours, or is one no longer; which of these is not told. */
class InvalidKey extends Problem {

    InvalidKey() {
        super(ProblemType.UNAUTHENTICATED, "The key is unknown, expired or revoked.");
        header("WWW-Authenticate", BearerScheme.INVALID_TOKEN_CHALLENGE);
    }
}
