package org.depesche.delivery.change;

import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes change log entries as JSON. */
@ApplicationScoped
class ChangeJson {

    private final ObjectMapper mapper;

    ChangeJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(ChangeEntry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChangeEntry read(String entry) {
        try {
            return mapper.readValue(entry, ChangeEntry.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
