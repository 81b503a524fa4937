package org.depesche.content.image.desk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.depesche.content.image.file.upload.ImageFiles.StoredImage;
import org.depesche.platform.access.Caller;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.idempotency.Claim;
import org.depesche.platform.idempotency.IdempotencyKey;
import org.depesche.platform.idempotency.IdempotencyStore;
import org.depesche.platform.idempotency.RequestDigest;
import org.depesche.platform.idempotency.StoredResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes a repeated upload with an idempotency key return the first response. The digest of a request covers the file and the
 * words, and not the body as a whole: clients choose another boundary each time.
 */
@ApplicationScoped
class IdempotentUpload {

    static final String PATH = "/v1/editorial/images";

    private final IdempotencyStore idempotency;
    private final Caller caller;
    private final AbsoluteUrls urls;
    private final ObjectMapper json;

    IdempotentUpload(IdempotencyStore idempotency, Caller caller, AbsoluteUrls urls, ObjectMapper json) {
        this.idempotency = idempotency;
        this.caller = caller;
        this.urls = urls;
        this.json = json;
    }

    /**
     * Creates an image, unless a request with the same key has created it. Then the first response is returned.
     *
     * @param keys the values of the header {@code Idempotency-Key}; without one, each call creates an image
     * @param content the digest of the file and the metadata as text; the same key with other content is refused
     * @param view returns what the response shows of the created image
     */
    Response create(List<String> keys, String content, Supplier<StoredImage> creation,
            Function<StoredImage, WithETag<EditorialImageView>> view) {
        var key = IdempotencyKey.parseHeader(keys);
        if (key.isEmpty()) {
            return toResponse(store(view.apply(creation.get())));
        }
        var digest = new RequestDigest("POST", PATH, MediaType.MULTIPART_FORM_DATA)
                .body(content.getBytes(StandardCharsets.UTF_8)).finish();
        var claim = idempotency.claim(new IdempotencyKey(caller.id(), "POST " + PATH, key.get()));
        return claim instanceof Claim.Held held ? createOnce(held, digest, () -> view.apply(idempotency.call(held, creation)))
                : ((Claim.Completed) claim).responseFor(digest).toReplayResponse();
    }

    private Response createOnce(Claim.Held claim, byte[] digest, Supplier<WithETag<EditorialImageView>> creation) {
        var response = store(creation.get());
        idempotency.complete(claim, digest, response);
        return toResponse(response);
    }

    private StoredResponse store(WithETag<EditorialImageView> created) {
        try {
            return new StoredResponse(201, Map.of(HttpHeaders.LOCATION, location(created.view()).toString(), HttpHeaders.ETAG,
                    created.etag().header(), HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON),
                    json.writeValueAsBytes(created.view()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI location(EditorialImageView view) {
        return urls.of(PATH + "/" + view.id());
    }

    private static Response toResponse(StoredResponse stored) {
        var response = Response.status(stored.status()).entity(stored.body());
        stored.headers().forEach(response::header);
        return response.build();
    }
}
