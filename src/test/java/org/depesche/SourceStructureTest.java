package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** How large rooms and files may be, and what names and descriptions they have. Reads the sources. */
class SourceStructureTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final List<Path> TREES = List.of(MAIN, Path.of("src/test/java"), Path.of("src/bench/java"));

    private static final int MAX_CLASSES = 20;

    private static final int MAX_LINES = 250;
    /** Longer files, and why they are not cut. */
    private static final Map<String, String> LONG_FILES = Map.of(
            "JsonForm", "has one method for each kind of member; whoever reads a body needs no other class",
            "ArticleContent", "groups all members of an article and their parts",
            "WebhooksResource", "describes nine endpoints of a line each",
            "EditorialImagesResource", "describes ten endpoints of a line each",
            "PictureDecoder", "checks, decodes and turns a picture under one budget",
            "HtmlMediaReader", "reads all elements with external content");

    private static final Pattern LINK = Pattern.compile("\\{@link\\s+(org\\.depesche\\.[\\w.]+)}");
    private static final Pattern LIMIT = Pattern.compile("\\b(never|nothing|no|none|only|alone)\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void aRoomHasAtMostTwentyClasses() {
        var sizes = sources(MAIN).collect(Collectors.groupingBy(file -> packageName(MAIN, file), Collectors.counting()));

        assertThat(sizes).hasSizeGreaterThan(80)
                .allSatisfy((room, classes) -> assertThat(classes).isLessThanOrEqualTo(MAX_CLASSES));
    }

    @Test
    void aFileHasAtMost250LinesOrAReason() {
        var large = sources(MAIN).filter(file -> read(file).lines().count() > MAX_LINES).map(SourceStructureTest::className);

        assertThat(large).containsExactlyInAnyOrderElementsOf(LONG_FILES.keySet());
    }

    @Test
    void noTwoClassesHaveOneName() {
        var files = new TreeMap<String, List<Path>>();
        TREES.stream().flatMap(SourceStructureTest::sources)
                .forEach(file -> files.merge(className(file), List.of(file), SourceStructureTest::concat));

        assertThat(files.values()).isNotEmpty().allMatch(same -> same.size() == 1);
    }

    /** A description has a purpose, the types to start with, and what the room never does. */
    @Test
    void eachRoomIsDescribed() {
        var rooms = files(MAIN).filter(file -> file.endsWith("package-info.java")).toList();

        assertThat(rooms).hasSizeGreaterThan(80).allSatisfy(file -> {
            var text = read(file).replaceAll("\\s*\\n \\*\\s*", " ");
            var linked = LINK.matcher(text).results().map(link -> link.group(1).replace('.', '/')).toList();
            assertThat(linked).isNotEmpty().allMatch(SourceStructureTest::exists);
            assertThat(text).containsPattern(LIMIT);
        });
    }

    private static boolean exists(String name) {
        return Files.exists(MAIN.resolve(name + ".java")) || Files.isDirectory(MAIN.resolve(name));
    }

    private static List<Path> concat(List<Path> some, List<Path> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String packageName(Path tree, Path file) {
        return tree.resolve("org/depesche").relativize(file.getParent()).toString().replace('/', '.');
    }

    private static Stream<Path> sources(Path tree) {
        return files(tree).filter(file -> !file.endsWith("package-info.java"));
    }

    private static Stream<Path> files(Path tree) {
        try (var files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(tree.toString(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
