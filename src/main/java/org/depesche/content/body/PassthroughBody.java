package org.depesche.content.body;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.RandomAccess;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;

/** The blocks of a body whose stored JSON is also its delivery form. Serialization copies the stored bytes. */
final class PassthroughBody extends AbstractList<BlockView> implements RandomAccess, JsonSerializable {

    private final StoredBody stored;

    PassthroughBody(StoredBody stored) {
        this.stored = stored;
    }

    @Override
    public BlockView get(int index) {
        return (BlockView) stored.get(index);
    }

    @Override
    public int size() {
        return stored.size();
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeRawValue(new RawUtf8(stored.json()));
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer types) throws IOException {
        serialize(json, serializers);
    }

    /** Raw UTF-8 JSON that is written without quotes and escapes. The methods for quoted forms are unsupported. */
    private record RawUtf8(byte[] utf8) implements SerializableString {

        @Override
        public int appendUnquotedUTF8(byte[] buffer, int offset) {
            if (utf8.length > buffer.length - offset) {
                return -1;
            }
            System.arraycopy(utf8, 0, buffer, offset, utf8.length);
            return utf8.length;
        }

        @Override
        public byte[] asUnquotedUTF8() {
            return utf8;
        }

        @Override
        public int writeUnquotedUTF8(OutputStream out) throws IOException {
            out.write(utf8);
            return utf8.length;
        }

        @Override
        public int putUnquotedUTF8(ByteBuffer buffer) {
            throw unsupported();
        }

        @Override
        public String getValue() {
            return new String(utf8, StandardCharsets.UTF_8);
        }

        @Override
        public int charLength() {
            return getValue().length();
        }

        @Override
        public int appendUnquoted(char[] buffer, int offset) {
            var text = getValue();
            if (text.length() > buffer.length - offset) {
                return -1;
            }
            text.getChars(0, text.length(), buffer, offset);
            return text.length();
        }

        @Override
        public char[] asQuotedChars() {
            throw unsupported();
        }

        @Override
        public byte[] asQuotedUTF8() {
            throw unsupported();
        }

        @Override
        public int appendQuotedUTF8(byte[] buffer, int offset) {
            throw unsupported();
        }

        @Override
        public int appendQuoted(char[] buffer, int offset) {
            throw unsupported();
        }

        @Override
        public int writeQuotedUTF8(OutputStream out) {
            throw unsupported();
        }

        @Override
        public int putQuotedUTF8(ByteBuffer buffer) {
            throw unsupported();
        }

        private static UnsupportedOperationException unsupported() {
            return new UnsupportedOperationException("raw JSON has no quoted form");
        }
    }
}
