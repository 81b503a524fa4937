package org.depesche.content.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.StoredBody;
import org.depesche.content.body.WordCount;
import org.depesche.content.taxonomy.MergedIds;

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
 * Reads and writes the JSON of stored content: times as instants, no absent members, unknown members ignored. It has a mapper
 * of its own, so that the settings of the API's mapper can change without an effect on stored rows.
 */
@ApplicationScoped
public class ContentJsonMapper {

    private static final byte[] BODY = ",\"body\":".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();
    private final ObjectWriter contentWriter = mapper.writerFor(ArticleContent.class);
    private final ObjectWriter documentWriter = mapper.writerFor(PublishedContent.class);
    private final ObjectReader documents = mapper.readerFor(PublishedContent.class);
    private final ObjectReader contents = mapper.readerFor(ArticleContent.class);
    private final ObjectReader bodies = mapper.readerFor(new TypeReference<List<Block>>() {
    });
    // Without this writer, the list of a sealed type loses its type names.
    private final ObjectWriter bodyWriter = mapper.writerFor(new TypeReference<List<Block>>() {
    });

    private final UnaryOperator<ArticleContent> mergeResolver;

    @Inject
    ContentJsonMapper(MergedIds merged) {
        this(content -> merged.isEmpty() ? content : content.withMergesResolved(merged));
    }

    /** @param mergeResolver replaces the ids of merged categories, tags and authors */
    ContentJsonMapper(UnaryOperator<ArticleContent> mergeResolver) {
        this.mergeResolver = mergeResolver;
    }

    /** Reads the content of a working copy. The ids of merged categories, tags and authors are replaced by their targets. */
    public ArticleContent readContent(byte[] stored) {
        return mergeResolver.apply(read(contents, stored));
    }

    /** Writes the content of a working copy, with the body as its last member. */
    public byte[] write(ArticleContent content) {
        return content.story().body().isEmpty() ? write(contentWriter, content)
                : withBodyAppended(write(contentWriter, content.withStory(story -> story.withBody(List.of()))),
                        write(content.story().body()));
    }

    /** Appends the body, which often is serialized already. Readers do not depend on the order of members. */
    private static byte[] withBodyAppended(byte[] object, byte[] body) {
        var end = object.length - 1;
        return ByteBuffer.allocate(end + BODY.length + body.length + 1).put(object, 0, end).put(BODY).put(body).put((byte) '}')
                .array();
    }

    /** Reads the content of a public article. The ids of merged categories, tags and authors are replaced by their targets. */
    public PublishedContent readPublishedContent(byte[] stored) {
        PublishedContent document = read(documents, stored);
        return new PublishedContent(mergeResolver.apply(document.content()), document.wordCount(), document.readingMinutes());
    }

    /** Writes the content of a public article, whose body is stored in another column. */
    public byte[] write(PublishedContent document) {
        return write(documentWriter, document);
    }

    /** Returns the body of a public article. It is parsed when a block is first read. */
    public List<Block> readBody(byte[] stored) {
        return new StoredBody(stored, json -> read(bodies, json));
    }

    /** Writes a body. One that was serialized in advance is not serialized again. */
    public byte[] write(List<Block> body) {
        return body instanceof SerializedBody prepared ? prepared.json() : write(bodyWriter, body);
    }

    /** Serializes a body in advance. A body with references is returned unchanged, because its ids are still placeholders. */
    public List<Block> preSerialized(List<Block> body) {
        var references = BodyReferences.of(body);
        return references.images().isEmpty() && references.articles().isEmpty()
                ? new SerializedBody(body, write(bodyWriter, body), WordCount.of(body))
                : body;
    }

    /** Returns the members of a content by name, for comparisons. */
    public Map<String, JsonNode> members(ArticleContent content) {
        var members = new LinkedHashMap<String, JsonNode>();
        mapper.<ObjectNode> valueToTree(content).properties()
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static <T> T read(ObjectReader reader, byte[] stored) {
        try {
            return reader.readValue(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
