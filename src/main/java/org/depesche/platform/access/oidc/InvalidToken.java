package org.depesche.platform.access.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.depesche.platform.access.BearerScheme;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** The access token is invalid or has expired. The reason is disclosed, because the sender can read the token, too. */
class InvalidToken extends Problem {

    private static final Map<Integer, String> REASONS = reasons();

    InvalidToken(Optional<InvalidJwtException> failure) {
        super(ProblemType.UNAUTHENTICATED, failure.flatMap(InvalidToken::reason)
                .orElse("The access token cannot be read, or its claims are not what this service needs."));
        header("WWW-Authenticate", BearerScheme.INVALID_TOKEN_CHALLENGE);
    }

    private static Optional<String> reason(InvalidJwtException failure) {
        return REASONS.entrySet().stream().filter(entry -> failure.hasErrorCode(entry.getKey())).map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Integer, String> reasons() {
        var reasons = new LinkedHashMap<Integer, String>();
        reasons.put(ErrorCodes.SIGNATURE_INVALID, "The access token's signature is not its issuer's.");
        reasons.put(ErrorCodes.EXPIRED, "The access token has expired.");
        reasons.put(ErrorCodes.NOT_YET_VALID, "The access token is not valid yet.");
        reasons.put(ErrorCodes.ISSUER_INVALID, "The access token is of another issuer.");
        reasons.put(ErrorCodes.AUDIENCE_INVALID, "The access token is for another audience.");
        reasons.put(ErrorCodes.AUDIENCE_MISSING, "The access token names no audience.");
        reasons.put(ErrorCodes.EXPIRATION_MISSING, "The access token has no end.");
        reasons.put(ErrorCodes.SUBJECT_MISSING, "The access token names no subject.");
        return reasons;
    }
}
