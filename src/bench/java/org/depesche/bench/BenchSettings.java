package org.depesche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run is asked for: {@code -Dbench.…} of the Maven command.
 *
 * @param articles a corpus of each of these sizes
 * @param seconds how long each measurement takes
 * @param rounds how often service and static server are measured in turn
 * @param maxRate requests a second at which latencies are taken at most: the tool that counts them needs processor, too
 * @param cached whether cached responses are measured, too
 * @param quick a try whether the benchmark works; its figures mean nothing
 * @param java what the service runs on
 * @param jvm the options of the image, and then those given
 */
record BenchSettings(List<Integer> articles, int seconds, int rounds, int maxRate, boolean cached, boolean quick, Path java,
        List<String> jvm, Path project) {

    private static final Pattern IMAGE_OPTIONS = Pattern.compile("ARG OPTIONS=\"([^\"]*)\"");

    static BenchSettings fromSystemProperties() {
        var quick = Boolean.parseBoolean(text("quick", "false"));
        var project = Path.of("").toAbsolutePath();
        var jdk = Path.of(text("jdk", System.getProperty("java.home")));
        return new BenchSettings(quick ? List.of(300) : sizes(text("articles", "10000")), quick ? 1 : number("seconds", 5),
                quick ? 1 : number("rounds", 3), number("rate", 5_000),
                Boolean.parseBoolean(text("cached", "true")), quick, jdk.resolve("bin/java"),
                Stream.of(Stream.of("-XX:+IgnoreUnrecognizedVMOptions"), imageOptions(project), words(text("jvm", "")))
                        .flatMap(options -> options).toList(),
                project);
    }

    Path folder() {
        return project.resolve("target/bench");
    }

    Path jar() {
        return project.resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** What Java keeps of a first run for quicker starts, as in the image. */
    Path aotCache() {
        return folder().resolve("service.aot");
    }

    /** A minute; a second in a quick run. */
    int longRunSeconds() {
        return quick ? 1 : 60;
    }

    /** Before anything is measured: a JVM compiles what is used much, and to full speed only after a while. */
    int warmUpSeconds() {
        return quick ? 1 : 20;
    }

    private static Stream<String> imageOptions(Path project) {
        try {
            var found = IMAGE_OPTIONS.matcher(Files.readString(project.resolve("Dockerfile")));
            return found.find() ? words(found.group(1)) : Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static List<Integer> sizes(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).sorted().toList();
    }

    private static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    private static String text(String name, String otherwise) {
        var given = System.getProperty("bench." + name, "");
        return given.isBlank() ? otherwise : given;
    }
}
