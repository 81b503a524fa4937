package org.depesche.intake.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.depesche.intake.importer.ndjson.GunzipInputStream;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Caller;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.idempotency.Claim;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.idempotency.IdempotencyStore;
import org.depesche.platform.idempotency.RequestDigest;
import org.depesche.platform.idempotency.StoredResponse;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Receives uploads over HTTP, decompresses them, and makes repeated requests harmless when they have an idempotency
 * key.
 */
@ApplicationScoped
class ImportUpload {

    private static final int ACCEPTED = 202;
    private static final String PATH = "/v1/editorial/imports";

    private final Imports imports;
    private final IdempotencyStore idempotency;
    private final Caller caller;
    private final AbsoluteUrls urls;
    private final ObjectMapper json;

    ImportUpload(Imports imports, IdempotencyStore idempotency, Caller caller, AbsoluteUrls urls, ObjectMapper json) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.caller = caller;
        this.urls = urls;
        this.json = json;
    }

    Response receive(InputStream body, ImportOptions options, HttpHeaders headers, UriInfo uri) {
        var isGzipped = isGzip(headers);
        var key = IdempotencyKey
                .parseHeader(Optional.ofNullable(headers.getRequestHeader(IdempotencyKey.HEADER)).orElse(List.of()));
        if (key.isEmpty()) {
            return accepted(submit(body, isGzipped, options, () -> {
            }));
        }
        var digest = new RequestDigest("POST", PATH + "?" + uri.getRequestUri().getRawQuery(),
                String.valueOf(headers.getMediaType()));
        var claim = idempotency.claim(new IdempotencyKey(caller.id(), "POST " + PATH, key.get()));
        return claim instanceof Claim.Held heldClaim
                ? acceptOnce(heldClaim, digest, submission(digest.digestWhileReading(body), isGzipped, options, heldClaim))
                : replay((Claim.Completed) claim, digest, body);
    }

    void cancel(String id) {
        imports.cancel(Uuid7.parse(id)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no import with this id.")), caller.actor());
    }

    private Supplier<UUID> submission(InputStream body, boolean isGzipped, ImportOptions options, Claim.Held claim) {
        return () -> submit(body, isGzipped, options, () -> idempotency.extend(claim));
    }

    private Response acceptOnce(Claim.Held claim, RequestDigest digest, Supplier<UUID> submission) {
        var id = idempotency.call(claim, submission);
        try {
            var response = new StoredResponse(ACCEPTED, Map.of(HttpHeaders.LOCATION, location(id).toString(),
                    HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON), json.writeValueAsBytes(view(id)));
            idempotency.complete(claim, digest.finish(), response);
            return accepted(id);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the body of a repeated request, only to compare its digest. */
    private static Response replay(Claim.Completed claim, RequestDigest digest, InputStream body) {
        try {
            digest.digestWhileReading(body).transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The upload broke off.");
        }
        return claim.responseFor(digest.finish()).toReplayResponse();
    }

    private UUID submit(InputStream body, boolean isGzipped, ImportOptions options, Runnable heartbeat) {
        try {
            return imports.submit(isGzipped ? new GunzipInputStream(body) : body, options, caller.actor(), heartbeat);
        } catch (IOException e) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The upload is not in gzip format, as Content-Encoding says.");
        }
    }

    private Response accepted(UUID id) {
        return Response.status(ACCEPTED).location(location(id)).entity(view(id)).build();
    }

    private ImportView view(UUID id) {
        return imports.progress(id).orElseThrow();
    }

    private URI location(UUID id) {
        return urls.of(PATH + "/" + id);
    }

    private static boolean isGzip(HttpHeaders headers) {
        var encoding = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING)).orElse("identity")
                .strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "An import is packed with gzip or not at all.")
                    .header(HttpHeaders.ACCEPT_ENCODING, "gzip");
        };
    }
}
