package org.depesche.platform.http.response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes what an endpoint returns as the bytes of a body. */
@Singleton
public class EntityWriter {

    private final ObjectMapper json;

    EntityWriter(ObjectMapper json) {
        this.json = json;
    }

    public byte[] bytes(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof JsonBytes rendered) {
            return rendered.json();
        }
        if (entity instanceof CharSequence characters) {
            return characters.toString().getBytes(StandardCharsets.UTF_8);
        }
        try {
            var pieces = new JsonPieces();
            json.writeValue(pieces, entity);
            return pieces.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
