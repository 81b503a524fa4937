package org.depesche.media.metadata;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Decodes and cleans the texts of metadata. Nothing depends on the default charset of the process. */
final class MetadataText {

    private static final Charset CP1252 = Charset.forName("windows-1252");
    /** CP1252 assigns nothing to these bytes. Programs that confuse charsets pass them through as controls. */
    private static final String UNASSIGNED = "\u0081\u008D\u008F\u0090\u009D";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int maxLength;
    private final Consumer<String> warnings;

    MetadataText(int maxLength, Consumer<String> warnings) {
        this.maxLength = maxLength;
        this.warnings = warnings;
    }

    /** Decodes bytes of unknown charset: UTF-8 where they are valid, CP1252 otherwise. Latin-1 is a part of it. */
    static String decode(byte[] bytes) {
        return strict(StandardCharsets.UTF_8, bytes).orElseGet(() -> decodeCp1252(bytes));
    }

    /**
     * Decodes bytes of a declared charset. Valid UTF-8 is decoded as UTF-8, because some programs write it and declare another
     * charset.
     */
    static String decode(byte[] bytes, Charset declared) {
        return strict(StandardCharsets.UTF_8, bytes)
                .orElseGet(() -> declared.equals(CP1252) ? decodeCp1252(bytes) : new String(bytes, declared));
    }

    /** Bytes without a letter in CP1252 become the control characters of Latin-1, so that nothing is lost. */
    static String decodeCp1252(byte[] bytes) {
        var text = new StringBuilder(new String(bytes, CP1252));
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\uFFFD') {
                text.setCharAt(at, (char) (bytes[at] & 0xFF));
            }
        }
        return text.toString();
    }

    /** Returns the text in NFC, without control characters and outer white space. Empty if nothing remains. */
    Optional<String> clean(String raw) {
        var text = raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw;
        var end = text.indexOf('\0'); // the terminator of C strings: what follows is garbage
        text = repaired(end < 0 ? text : text.substring(0, end));
        var visible = new StringBuilder(Math.min(text.length(), maxLength));
        var letters = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC).codePoints()
                .filter(MetadataText::isText).limit(maxLength + 1L).toArray();
        if (letters.length > maxLength) {
            warnings.accept("A text of more than " + maxLength + " characters was cut.");
        }
        Arrays.stream(letters).limit(maxLength).forEach(visible::appendCodePoint);
        var result = visible.toString().strip();
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    private static boolean isText(int c) {
        return c == '\n' || c == '\t' || !Character.isISOControl(c) && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
    }

    /** Undoes one wrong conversion: UTF-8 that was read as CP1252 and written as UTF-8 again. */
    private String repaired(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        var original = encodeCp1252(text).flatMap(bytes -> strict(StandardCharsets.UTF_8, bytes));
        original.ifPresent(found -> warnings.accept("A text was encoded twice and has been repaired: " + found));
        return original.orElse(text);
    }

    private static Optional<byte[]> encodeCp1252(String text) {
        var encoder = CP1252.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT)
                .onMalformedInput(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(text.length());
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (UNASSIGNED.indexOf(c) >= 0) {
                bytes.put((byte) c);
                continue;
            }
            try {
                bytes.put(encoder.encode(CharBuffer.wrap(new char[] { c })));
            } catch (CharacterCodingException other) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.array());
    }

    private static Optional<String> strict(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException invalid) {
            return Optional.empty();
        }
    }
}
