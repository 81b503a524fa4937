package org.depesche.platform.http.response;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * A part of a JSON document in UTF-8, which Jackson copies into its buffer. As a text it would be decoded and encoded again.
 *
 * @param from the index of the first byte
 * @param to the index after the last byte
 */
public record RawJson(byte[] utf8, int from, int to) implements SerializableString {

    @Override
    public String getValue() {
        return new String(utf8, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public int charLength() {
        return getValue().length();
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return Arrays.copyOfRange(utf8, from, to);
    }

    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        if (to - from > buffer.length - offset) {
            return -1;
        }
        System.arraycopy(utf8, from, buffer, offset, to - from);
        return to - from;
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        out.write(utf8, from, to - from);
        return to - from;
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer out) {
        if (to - from > out.remaining()) {
            return -1;
        }
        out.put(utf8, from, to - from);
        return to - from;
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        return text().appendUnquoted(buffer, offset);
    }

    @Override
    public char[] asQuotedChars() {
        return text().asQuotedChars();
    }

    @Override
    public byte[] asQuotedUTF8() {
        return text().asQuotedUTF8();
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        return text().appendQuotedUTF8(buffer, offset);
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        return text().appendQuoted(buffer, offset);
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) throws IOException {
        return text().writeQuotedUTF8(out);
    }

    @Override
    public int putQuotedUTF8(ByteBuffer out) throws IOException {
        return text().putQuotedUTF8(out);
    }

    private SerializedString text() {
        return new SerializedString(getValue());
    }
}
