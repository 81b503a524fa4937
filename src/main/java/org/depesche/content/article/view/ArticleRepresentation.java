package org.depesche.content.article.view;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.depesche.platform.http.response.JsonBytes;
import org.depesche.platform.http.response.JsonPieces;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/** An article as a response shows it: as one of the views, with selected members, or as JSON that was rendered before. */
public sealed interface ArticleRepresentation permits ArticleCard, ArticleSummary, Article, ArticleRepresentation.Selected,
        ArticleRepresentation.Rendered {

    /** An article with the members that {@code include} added to a view and {@code fields} kept, in the order of the view. */
    final class Selected implements ArticleRepresentation {

        private final Map<String, JsonNode> members = new LinkedHashMap<>();

        Selected(ObjectNode json) {
            json.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        }

        // not a JsonValue: items of lists add members of their own to these
        @JsonAnyGetter
        Map<String, JsonNode> members() {
            return members;
        }
    }

    /** A view that was rendered before. */
    @JsonSerialize(using = RenderedSerializer.class)
    record Rendered(byte[] json) implements ArticleRepresentation, JsonBytes {
    }

    /** Copies a rendered view into the JSON of a list, or its members into an item that has members of its own. */
    final class RenderedSerializer extends StdSerializer<Rendered> {

        @Serial
        private static final long serialVersionUID = 1L;
        /** The first member of every view, with the brace before it. */
        private static final int ID_START = "{\"id\":\"".length();
        private static final int ID_LENGTH = 36;

        private static final JsonFactory JSON = new JsonFactory();

        private final boolean isUnwrapping;

        RenderedSerializer() {
            this(false);
        }

        private RenderedSerializer(boolean isUnwrapping) {
            super(Rendered.class);
            this.isUnwrapping = isUnwrapping;
        }

        @Override
        public boolean isUnwrappingSerializer() {
            return isUnwrapping;
        }

        @Override
        public JsonSerializer<Rendered> unwrappingSerializer(NameTransformer names) {
            return new RenderedSerializer(true);
        }

        @Override
        public void serialize(Rendered view, JsonGenerator json, SerializerProvider provider) throws IOException {
            var bytes = view.json();
            if (json instanceof TokenBuffer) {
                copyTokens(bytes, json); // a tree, to which others add members
            } else if (isUnwrapping) {
                // the generator writes one member, so that it knows to separate the next ones
                json.writeStringField("id", new String(bytes, ID_START, ID_LENGTH, StandardCharsets.US_ASCII));
                var rest = ID_START + ID_LENGTH + 1;
                json.writeRaw("");
                write(bytes, rest, bytes.length - 1 - rest, json);
            } else {
                json.writeRawValue(""); // writes the comma that separates the value from the one before
                write(bytes, 0, bytes.length, json);
            }
        }

        /** Writes bytes to the generator's target without decoding them, where the target takes bytes. */
        private static void write(byte[] bytes, int start, int length, JsonGenerator json) throws IOException {
            if (json.getOutputTarget() instanceof JsonPieces pieces) {
                json.flush();
                pieces.append(bytes, start, length);
            } else if (json.getOutputTarget() instanceof OutputStream target) {
                json.flush();
                target.write(bytes, start, length);
            } else {
                json.writeRaw(new String(bytes, start, length, StandardCharsets.UTF_8));
            }
        }

        private void copyTokens(byte[] bytes, JsonGenerator json) throws IOException {
            try (var parser = JSON.createParser(bytes)) {
                parser.nextToken();
                if (!isUnwrapping) {
                    json.copyCurrentStructure(parser);
                    return;
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    json.copyCurrentStructure(parser);
                }
            }
        }
    }
}
