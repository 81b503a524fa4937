package org.depesche.platform.problem;

/**
 * All kinds of failures: the slug in {@code /problems/<slug>}, the status, the title, and an explanation for clients. A
 * slug is never changed and never removed within v1.
 */
public enum ProblemType {
    INVALID_PARAMETER("invalid-parameter", 400, "A query parameter is wrong",
            "A parameter is unknown, empty, repeated where that has no meaning, or out of range. "
                    + "`errors` names each one; nothing was guessed or clamped. Correct the request and send it again."),
    INVALID_BODY("invalid-body", 400, "The request body breaks a rule",
            "The body is readable, but members are unknown, of the wrong type or against a rule. "
                    + "`errors` holds a JSON pointer and a sentence for every mistake. Nothing was stored."),
    MALFORMED_BODY("malformed-body", 400, "The request body cannot be read",
            "The body is not what its content type says: broken JSON, a duplicate member, wrong UTF-8, or nested too deep. "
                    + "Nothing was stored."),
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read",
            "The address or a header is not valid HTTP: a broken percent-encoding or a header value outside its grammar."),
    UNAUTHENTICATED("unauthenticated", 401, "No valid key",
            "This address needs `Authorization: Bearer <API key or access token>`. It is missing, unknown, expired, revoked or "
                    + "meant for another service."),
    FORBIDDEN("forbidden", 403, "The key may not do this",
            "The key is valid, but its role is too small. Ask an admin for a key with the role the documentation names."),
    NOT_FOUND("not-found", 404, "Not found",
            "Nothing public is at this address. What was never published, what was unpublished and what is unknown look the "
                    + "same."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed",
            "This address exists, but not for this method. `Allow` names those it has."),
    NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable form",
            "`Accept` rules out every form in which this can be answered."),
    CONFLICT("conflict", 409, "In conflict with the present state",
            "The request is right in itself, but not with the present state: a slug is taken, a thing is in use, "
                    + "a state does not allow the step. `detail` says which."),
    REQUEST_IN_PROGRESS("request-in-progress", 409, "The same request is being worked on",
            "A request with the same `Idempotency-Key` has not been answered yet. Wait as `Retry-After` says and repeat it."),
    WITHDRAWN("withdrawn", 410, "Withdrawn",
            "The article was public and has been withdrawn. Remove copies. `slug`, `withdrawnAt` and `notice` say which and "
                    + "why."),
    RIGHTS_EXPIRED("rights-expired", 410, "The rights have expired",
            "The image was public until the rights to show it expired. Remove copies."),
    IMAGE_REPLACED("image-replaced", 410, "The file was replaced",
            "The image has another file or another focal point now. Its object names the present addresses. Remove copies."),
    CHANGES_EXPIRED("changes-expired", 410, "The change log does not have this position",
            "Changes since that sequence are no longer kept, or the log is another one since a backup was restored. Read "
                    + "everything again, for example `/v1/export`, and go on from the `Depesche-Sequence` of the first answer. "
                    + "The event stream says the same with an event of the type `expired`."),
    PRECONDITION_FAILED("precondition-failed", 412, "Changed meanwhile",
            "`If-Match` names a version that is no longer the present one (or `If-None-Match: *` met something that exists). "
                    + "The `ETag` of the answer is the present one: read again, merge, repeat."),
    TOO_LARGE("too-large", 413, "Too large",
            "The body is larger than this address takes. `detail` names the limit."),
    URI_TOO_LONG("uri-too-long", 414, "Address too long", "The address is longer than the server takes."),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Content type not supported",
            "The body's `Content-Type` (or `Content-Encoding`) is not one this address reads."),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "No such part",
            "`Range` asks for a part behind the end of the file. `Content-Range` tells how long the file is."),
    IMAGE_DAMAGED("image-damaged", 422, "The picture is damaged",
            "The file ends early, is broken, takes too long to decode, or claims what it cannot hold. `detail` says which. "
                    + "Nothing was stored."),
    IMAGE_REFUSED("image-refused", 422, "The picture is too large",
            "The picture has more pixels or frames than this address takes, or its sides differ too much. `detail` names the "
                    + "limit. Nothing was stored."),
    IMAGE_NOT_FETCHED("image-not-fetched", 422, "The picture could not be fetched",
            "The server of the address did not give the file: it cannot be reached, is too slow, redirects too often, or "
                    + "answers with an error. `detail` says which. Nothing was stored."),
    NOT_PUBLISHABLE("not-publishable", 422, "Not ready for publication",
            "The article lacks something that the publication requires. `errors` names all that is missing."),
    IDEMPOTENCY_MISMATCH("idempotency-mismatch", 422, "Key used for another request",
            "This `Idempotency-Key` belongs to a request with another body. Use a new key for a new request."),
    PRECONDITION_REQUIRED("precondition-required", 428, "If-Match is required",
            "Changing this needs `If-Match` with the `ETag` you read, so that nobody's work is overwritten unseen."),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests",
            "The quota is used up. `Retry-After` says when to come back."),
    HEADERS_TOO_LARGE("headers-too-large", 431, "Headers too large", "The request's headers are larger than the server takes."),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong here",
            "The fault is ours. `traceId` finds it in the logs; repeating the request later may help."),
    NOT_IMPLEMENTED("not-implemented", 501, "No such format",
            "This address is not answered in the `format` that the request names. `detail` says which formats there are."),
    UNAVAILABLE("unavailable", 503, "Not available now",
            "The service cannot answer now: the database is away, a limit on time was reached, the issuer of access tokens is "
                    + "away, or the data asked for (`Depesche-Min-Sequence`) is not here yet. `Retry-After` says when to try "
                    + "again.");

    private final String slug;
    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(String slug, int status, String title, String explanation) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }
}
