package org.depesche.content.body;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Reads and writes the stored form of a body: a JSON array of its blocks, which is also a valid input form. */
public final class BodyJson {

    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {
    };
    private static final ObjectMapper MAPPER = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final ObjectWriter WRITER = MAPPER.writerFor(BLOCKS);
    private static final ObjectReader READER = MAPPER.readerFor(BLOCKS);

    private BodyJson() {
    }

    /** Returns the stored form. */
    public static String write(List<Block> body) {
        try {
            return WRITER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body cannot be written", e);
        }
    }

    /** Returns the JSON of a part of a body. */
    static String text(Object part) {
        try {
            return MAPPER.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a body cannot be written", e);
        }
    }

    /**
     * Parses the stored form. Unknown members are ignored.
     *
     * @throws IllegalStateException if the text is no body
     */
    public static List<Block> read(String json) {
        try {
            return List.copyOf(READER.<List<Block>> readValue(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored body cannot be read", e);
        }
    }
}
