package org.depesche.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** A test profile costs a start of the service in each JVM that has a class of it. */
class HalvesTest {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern PROFILE = Pattern.compile("^@TestProfile\\((\\S+)\\.class\\)$", Pattern.MULTILINE);

    @Test
    void eachProfileIsInOneHalf() throws IOException {
        var halves = new TreeMap<String, TreeSet<String>>();
        for (var source : sources()) {
            PROFILE.matcher(Files.readString(source)).results()
                    .forEach(profile -> halves
                            .computeIfAbsent((isLong(source) ? "long " : "") + profile.group(1), name -> new TreeSet<>())
                            .add(half(source)));
        }

        assertThat(halves).containsEntry("SecondProfile", new TreeSet<>(List.of("first")))
                .containsEntry("long SecondProfile", new TreeSet<>(List.of("first")))
                .allSatisfy((profile, found) -> assertThat(found).as(profile).hasSize(1));
    }

    private static List<Path> sources() {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLong(Path source) {
        return className(source).matches(Halves.LONG);
    }

    private static String half(Path source) {
        var first = isLong(source) ? Halves.FIRST_LONG : Halves.FIRST_SHORT;
        return className(source).matches(first) ? "first" : "second";
    }

    private static String className(Path source) {
        return TESTS.relativize(source).toString().replace(".java", "").replace('/', '.');
    }
}
