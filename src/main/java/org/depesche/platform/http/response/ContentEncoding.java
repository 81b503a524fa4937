package org.depesche.platform.http.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;

/** The content codings of responses, best first, each with the suffix of its entity tag. */
public enum ContentEncoding {
    BROTLI("br", "-br"),
    GZIP("gzip", "-gz"),
    IDENTITY("identity", "");

    /** Takes about the time of gzip's default level and saves a fifth more. Quality 11 would take twenty times as long. */
    private static final int BROTLI_QUALITY = 5;

    private final String token;
    private final String eTagSuffix;

    ContentEncoding(String token, String eTagSuffix) {
        this.token = token;
        this.eTagSuffix = eTagSuffix;
    }

    public String token() {
        return token;
    }

    String eTagSuffix() {
        return eTagSuffix;
    }

    /** Returns whether the coding exists on this machine. Brotli is native code. */
    boolean isAvailable() {
        return this != BROTLI || Brotli4jLoader.isAvailable();
    }

    byte[] encode(byte[] bytes) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
                case GZIP -> gzip(bytes);
                case IDENTITY -> bytes;
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
