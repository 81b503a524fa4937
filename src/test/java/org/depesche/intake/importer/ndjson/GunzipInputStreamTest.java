package org.depesche.intake.importer.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;

class GunzipInputStreamTest {

    @Test
    void decompressesGzip() throws IOException {
        var random = new byte[300_000];
        new Random(7).nextBytes(random);

        assertThat(unpacked(packed(random))).isEqualTo(random);
        assertThat(unpacked(packed(new byte[0]))).isEmpty();
        assertThat(unpacked(packed(new byte[1_000_000]))).isEqualTo(new byte[1_000_000]);
    }

    @Test
    void allMembersAreReadWhenTheyArriveByteByByte() throws IOException {
        var members = new ByteArrayOutputStream();
        for (var words : new String[] { "one ", "two ", "", "three" }) {
            members.write(packed(words.getBytes(UTF_8)));
        }

        var slow = new GunzipInputStream(new Dripping(members.toByteArray()));

        assertThat(new String(slow.readAllBytes(), UTF_8)).isEqualTo("one two three");
    }

    @Test
    void aTruncatedStreamIsRejectedWhereverItEnds() throws IOException {
        var whole = packed("some words, some words".getBytes(UTF_8));

        for (var length = 0; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> unpacked(part)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aCorruptStreamIsRejected() throws IOException {
        var broken = packed("some words".getBytes(UTF_8));
        broken[broken.length - 6]++;
        var followed = Arrays.copyOf(packed("some words".getBytes(UTF_8)), 60);

        assertThatThrownBy(() -> unpacked(broken)).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> unpacked(followed)).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> unpacked("{\"a\": 1}".getBytes(UTF_8))).isInstanceOf(ZipException.class);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var gunzip = new GunzipInputStream(new ByteArrayInputStream(packed))) {
            return gunzip.readAllBytes();
        }
    }

    private static final class Dripping extends FilterInputStream {

        Dripping(byte[] bytes) {
            super((InputStream) new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(1, length));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
