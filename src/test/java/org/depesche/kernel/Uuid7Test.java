package org.depesche.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void identifiersSortByCreationTime() {
        var made = Stream.generate(Uuid7::next).limit(50_000).map(Uuid7::bytes).toList();

        assertThat(made).isSortedAccordingTo(Arrays::compareUnsigned).doesNotHaveDuplicates();
    }

    @Test
    void concurrentThreadsCreateDifferentIdentifiers() {
        var seen = ConcurrentHashMap.<UUID> newKeySet();

        IntStream.range(0, 100_000).parallel().forEach(i -> seen.add(Uuid7.next()));

        assertThat(seen).hasSize(100_000);
    }

    @Test
    void identifiersHaveVersionSevenAndTheCreationTime() {
        var id = Uuid7.at(Instant.parse("2024-10-21T00:00:00Z"));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(Instant.parse("2024-10-21T00:00:00Z").toEpochMilli());
        assertThat(Uuid7.createdAt(id)).isEqualTo(Instant.parse("2024-10-21T00:00:00Z"));
        assertThat(Uuid7.next().version()).isEqualTo(7);
    }

    @Test
    void bytesAndCompactFormKeepAllBits() {
        var id = UUID.fromString("01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");

        assertThat(Uuid7.of(Uuid7.bytes(id))).isEqualTo(id);
        assertThat(Uuid7.compact(id)).hasSize(22).matches("[A-Za-z0-9_-]+");
        assertThatThrownBy(() -> Uuid7.of(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheCanonicalTextFormIsRead() {
        assertThat(Uuid7.parse("01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11")).isPresent();
        assertThat(Uuid7.parse("01929F3C-7A00-7C3E-9D6C-0D8F2A7B1C11")).isPresent();
        assertThat(Stream.of("", "1-1-1-1-1", "01929f3c7a007c3e9d6c0d8f2a7b1c11", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c1g",
                "+1929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11").map(Uuid7::parse)).allMatch(id -> id.isEmpty());
    }
}
