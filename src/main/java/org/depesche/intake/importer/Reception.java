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

import org.depesche.platform.access.Caller;
import org.depesche.platform.http.Addresses;
import org.depesche.platform.idempotency.Answer;
import org.depesche.platform.idempotency.Claim;
import org.depesche.platform.idempotency.Idempotency;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.idempotency.RequestDigest;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Receives uploads over HTTP: unpacks them, and makes repeating them harmless where a key asks for it. */
@ApplicationScoped
class Reception {

    private static final int ACCEPTED = 202;
    private static final String PATH = "/v1/editorial/imports";

    private final Imports imports;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Addresses addresses;
    private final ObjectMapper json;

    Reception(Imports imports, Idempotency idempotency, Caller caller, Addresses addresses, ObjectMapper json) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.caller = caller;
        this.addresses = addresses;
        this.json = json;
    }

    Response receive(InputStream body, ImportOptions options, HttpHeaders headers, UriInfo address) {
        var packed = isPacked(headers);
        var key = IdempotencyKey.in(Optional.ofNullable(headers.getRequestHeader(IdempotencyKey.HEADER)).orElse(List.of()));
        if (key.isEmpty()) {
            return accepted(submit(body, packed, options, () -> {
            }));
        }
        var digest = new RequestDigest("POST", PATH + "?" + address.getRequestUri().getRawQuery(),
                String.valueOf(headers.getMediaType()));
        var claim = idempotency.claim(new IdempotencyKey(caller.id(), "POST " + PATH, key.get()));
        return claim instanceof Claim.Held held ? once(held, digest, submission(digest.reading(body), packed, options, held))
                : repeated((Claim.Answered) claim, digest, body);
    }

    private Supplier<UUID> submission(InputStream body, boolean packed, ImportOptions options, Claim.Held claim) {
        return () -> submit(body, packed, options, () -> idempotency.extend(claim));
    }

    private Response once(Claim.Held claim, RequestDigest digest, Supplier<UUID> submission) {
        try {
            var id = submission.get();
            var answer = new Answer(ACCEPTED, Map.of(HttpHeaders.LOCATION, location(id).toString(),
                    HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON), json.writeValueAsBytes(view(id)));
            idempotency.complete(claim, digest.value(), answer);
            return accepted(id);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            idempotency.release(claim);
            throw e;
        }
    }

    /** The body comes in once more, only to be compared. */
    private static Response repeated(Claim.Answered claim, RequestDigest digest, InputStream body) {
        try {
            digest.reading(body).transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new Problem(ProblemType.MALFORMED_BODY, "The upload broke off.");
        }
        return claim.replay(digest.value()).replayed();
    }

    private UUID submit(InputStream body, boolean packed, ImportOptions options, Runnable alive) {
        try {
            return imports.submit(packed ? new Gunzip(body) : body, options, caller.actor(), alive);
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
        return addresses.of(PATH + "/" + id);
    }

    private static boolean isPacked(HttpHeaders headers) {
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
