package org.depesche.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The folder of real material beside the project, which is never part of it. A test that needs it is skipped where it is
 * absent, and fails there when the environment says {@code DEPESCHE_REQUIRE=shared}.
 */
public final class SharedMaterial {

    private static final int TAR_BLOCK = 512;

    private SharedMaterial() {
    }

    /** A file below the folder, as {@code data/security/blns.json}. */
    public static Path file(String name) {
        var file = folder().resolve(name);
        if (!Files.exists(file)) {
            Requirements.skipOrFail("shared", "Shared material is absent: " + name + " (looked in " + folder()
                    + "; -Ddepesche.shared names the folder)");
        }
        return file;
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The file's content, unpacked where it is gzipped. */
    public static byte[] bytes(String name) {
        try (var in = open(file(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The files of a tar archive by their names. */
    public static Map<String, byte[]> archive(String name) {
        try (var in = new ByteArrayInputStream(bytes(name))) {
            return untar(in);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Path folder() {
        return Path.of(Optional.ofNullable(System.getProperty("depesche.shared"))
                .or(() -> Optional.ofNullable(System.getenv("DEPESCHE_SHARED"))).orElse("../shared")).toAbsolutePath()
                .normalize();
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static Map<String, byte[]> untar(InputStream in) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var header = in.readNBytes(TAR_BLOCK); header.length == TAR_BLOCK
                && header[0] != 0; header = in.readNBytes(TAR_BLOCK)) {
            var size = Integer.parseInt(field(header, 124, 12), 8);
            var content = in.readNBytes(size);
            in.skipNBytes((TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK);
            if (header[156] == '0' || header[156] == 0) {
                files.put(field(header, 0, 100), content);
            }
        }
        return files;
    }

    private static String field(byte[] header, int start, int length) {
        return new String(header, start, length, StandardCharsets.ISO_8859_1).replaceAll("\0.*", "").strip();
    }
}
