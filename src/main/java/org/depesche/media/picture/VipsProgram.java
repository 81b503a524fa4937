package org.depesche.media.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.quarkus.logging.Log;

/**
 * Runs {@code vipsthumbnail} of libvips, one process for a picture, so that a hostile file ends a child process and not the
 * service. It reads AVIF and HEIC, too. Its result is a PNG file, upright, with the profile of the picture: an export to sRGB
 * by this program changes even what is sRGB. It also writes AVIF, which Java does not.
 */
public final class VipsProgram {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final int MAX_FILES = 256;
    private static final int MAX_LOG = 500;
    /** A side that is longer than that of any rendition, so that the picture keeps its size. */
    private static final int LARGEST = 100_000;

    private final Limits limits;
    private final Path folder;
    private final String version;

    private VipsProgram(Limits limits, Path folder, String version) {
        this.limits = limits;
        this.folder = folder;
        this.version = version;
    }

    /**
     * The limits of one process.
     *
     * @param program the name of the program, or its path
     * @param memory the address space in bytes, where {@code prlimit} is installed
     */
    public record Limits(String program, Duration timeout, long memory) {
    }

    /**
     * How AVIF is encoded.
     *
     * @param quality from 1 to 100
     * @param effort from 0, fast, to 9, small
     */
    public record AvifSettings(int quality, int effort) {
    }

    /** Reads the PNG file that the program has written. */
    @FunctionalInterface
    public interface PngReader {

        Picture read(Path png) throws IOException;
    }

    /**
     * Returns the program if it works here.
     *
     * @param folder where private folders of single pictures are created
     */
    public static Optional<VipsProgram> find(Limits limits, Path folder) {
        try {
            var trial = new VipsProgram(limits, Files.createDirectories(folder), "");
            return trial.inTemporaryFolder(work -> trial.run(List.of("--vips-version"), work)
                    ? Optional.of(new VipsProgram(limits, folder, log(work).strip()))
                    : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name and the version, as {@code libvips 8.14.1}. */
    public String version() {
        return version;
    }

    /**
     * Converts a file.
     *
     * @param longestSide a larger picture is made smaller
     * @return empty if the program fails for any reason
     */
    public Optional<Picture> convert(Path file, int longestSide, PngReader reader) {
        try {
            return inTemporaryFolder(work -> {
                // brackets in the name of a file would be options
                Files.createSymbolicLink(work.resolve("in"), file.toAbsolutePath());
                var isDone = run(List.of("in", "--size", longestSide + "x" + longestSide + ">", "--output",
                        work.resolve("out.png") + "[compression=1]"), work);
                if (!isDone || !Files.exists(work.resolve("out.png"))) {
                    Log.warnf("vipsthumbnail failed: %s", log(work));
                    return Optional.empty();
                }
                return Optional.of(reader.read(work.resolve("out.png")));
            });
        } catch (IOException | DamagedPicture e) {
            Log.warnf("vipsthumbnail failed: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Encodes a PNG file as AVIF, in its size, with its profile and its XMP.
     *
     * @return empty if the program fails for any reason
     */
    public Optional<byte[]> toAvif(byte[] png, AvifSettings settings) {
        try {
            return inTemporaryFolder(work -> {
                Files.write(work.resolve("in.png"), png);
                var out = work.resolve("out.avif");
                var isDone = run(List.of("in.png", "--size", LARGEST + "x" + LARGEST + ">", "--output",
                        out + "[Q=" + settings.quality + ",effort=" + settings.effort + "]"), work);
                if (!isDone || !Files.exists(out)) {
                    Log.warnf("vipsthumbnail failed: %s", log(work));
                    return Optional.empty();
                }
                return Optional.of(Files.readAllBytes(out));
            });
        } catch (IOException e) {
            Log.warnf("vipsthumbnail failed: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /** Work in a folder that no other process uses. */
    private interface Work<T> {

        Optional<T> in(Path work) throws IOException;
    }

    private <T> Optional<T> inTemporaryFolder(Work<T> work) throws IOException {
        var own = Files.createTempDirectory(folder, "vips-");
        try {
            return work.in(own);
        } finally {
            try (var files = Files.list(own)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(own);
        }
    }

    /** Whether the program ended well and in time. */
    private boolean run(List<String> arguments, Path work) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        if (Files.isExecutable(PRLIMIT)) {
            command.addAll(List.of(PRLIMIT.toString(), "--as=" + limits.memory, "--fsize=" + limits.memory,
                    "--cpu=" + (limits.timeout.toSeconds() + 1), "--nofile=" + MAX_FILES, "--core=0"));
        }
        command.add(limits.program);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile());
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path == null ? "/usr/bin" : path, "VIPS_BLOCK_UNTRUSTED", "1",
                "VIPS_CONCURRENCY", "1", "MALLOC_ARENA_MAX", "2", "HOME", work.toString(), "TMPDIR", work.toString()));
        return runToEnd(builder);
    }

    private boolean runToEnd(ProcessBuilder builder) {
        try {
            var process = builder.start();
            try {
                return process.waitFor(limits.timeout.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
            }
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String log(Path work) throws IOException {
        try (var in = Files.newInputStream(work.resolve("log"))) {
            return new String(in.readNBytes(MAX_LOG), StandardCharsets.UTF_8);
        }
    }
}
