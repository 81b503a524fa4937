package org.depesche.content.article;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/**
 * The JSON in which content is stored: times as instants, everything absent left out, what a later version adds ignored. Not
 * the mapper of the answers, whose zone and habits must be free to change without touching a row.
 */
@ApplicationScoped
public class StoredJson {

    private final JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();
    private final ObjectReader documents = mapper.readerFor(PublishedDocument.class);
    private final ObjectReader contents = mapper.readerFor(ArticleContent.class);
    private final ObjectReader bodies = mapper.readerFor(new TypeReference<List<Block>>() {
    });
    // a list of a sealed type loses its type names without this
    private final ObjectWriter bodyWriter = mapper.writerFor(new TypeReference<List<Block>>() {
    });

    /** An article's content as the desk stores it. */
    public ArticleContent content(String stored) {
        return read(contents, stored);
    }

    public String write(ArticleContent content) {
        return write(mapper.writer(), content);
    }

    PublishedDocument document(String stored) {
        return read(documents, stored);
    }

    String write(PublishedDocument document) {
        return write(mapper.writer(), document);
    }

    List<Block> body(String stored) {
        return read(bodies, stored);
    }

    String write(List<Block> body) {
        return write(bodyWriter, body);
    }

    /** The members of a content by name, to tell which differ. */
    public Map<String, JsonNode> members(ArticleContent content) {
        var members = new LinkedHashMap<String, JsonNode>();
        mapper.<ObjectNode> valueToTree(content).properties()
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static <T> T read(ObjectReader reader, String stored) {
        try {
            return reader.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
