package org.depesche.platform.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Parses bytes to one JSON value, or throws a problem that names the syntax error. */
final class StrictJsonParser {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** The decoder's replacement for invalid UTF-8; a valid text may also contain it. */
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';
    private static final Map<Integer, StrictJsonParser> BY_DEPTH = new ConcurrentHashMap<>();

    private final int maxDepth;
    private final JsonFactory factory;

    private StrictJsonParser(int maxDepth) {
        this.maxDepth = maxDepth;
        this.factory = new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(maxDepth).build())
                .build();
        factory.setCodec(new ObjectMapper(factory));
    }

    static StrictJsonParser withLimits(JsonLimits limits) {
        return BY_DEPTH.computeIfAbsent(limits.maxDepth(), StrictJsonParser::new);
    }

    JsonNode parse(byte[] bytes, int offset, int length) {
        var text = decodeUtf8(bytes, offset, length);
        try (var parser = factory.createParser(text)) {
            return readSingleValue(parser);
        } catch (StreamConstraintsException e) {
            throw malformed("The JSON goes beyond a limit: nested deeper than " + maxDepth + " or a number or name too long.");
        } catch (JsonProcessingException e) {
            throw malformed(JsonErrorMessage.of(e, text.chars().anyMatch(character -> character == '\n' || character == '\r')));
        } catch (IOException e) {
            throw malformed("The body is not valid JSON.");
        }
    }

    /**
     * Returns whether the text may contain a surrogate escape, \\uD800 to \\uDFFF. Only these make an unpaired surrogate:
     * valid UTF-8 contains none. The check is cheap and rarely true.
     */
    static boolean mayContainSurrogateEscapes(byte[] bytes, int offset, int length) {
        for (var i = offset + 1; i < offset + length - 1; i++) {
            if (bytes[i] == 'u' && bytes[i - 1] == '\\' && (bytes[i + 1] | 0x20) == 'd') {
                return true;
            }
        }
        return false;
    }

    private static JsonNode readSingleValue(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw malformed("The body is empty.");
        }
        JsonNode value = parser.readValueAsTree();
        if (parser.nextToken() != null) {
            throw malformed("After the JSON value there is more.");
        }
        return value;
    }

    /**
     * Decodes strictly. Jackson would guess UTF-16 and accept overlong sequences and surrogates; RFC 8259 allows UTF-8
     * only.
     */
    private static String decodeUtf8(byte[] bytes, int offset, int length) {
        try {
            var text = new String(bytes, offset, length, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT_CHARACTER) >= 0) {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            }
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("The body is not valid UTF-8.");
        }
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_BODY, detail);
    }
}
