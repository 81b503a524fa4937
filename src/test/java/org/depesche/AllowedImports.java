package org.depesche;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The table of the README that says which room may import which. */
record AllowedImports(Map<String, List<String>> allowed) {

    private static final String KERNEL = "kernel";
    private static final String BOOTSTRAP = "bootstrap";
    private static final String HEAD = "| Room | May import | What it is for |";
    private static final Pattern NAME = Pattern.compile("`([a-z.*]+)`");

    static AllowedImports read() throws IOException {
        var rooms = new HashMap<String, List<String>>();
        Files.readAllLines(Path.of("README.md")).stream().dropWhile(line -> !line.equals(HEAD)).skip(2)
                .takeWhile(line -> line.startsWith("|")).map(row -> row.split("\\|"))
                .forEach(cells -> names(cells[1]).forEach(room -> rooms.put(room, names(cells[2]))));
        return new AllowedImports(Map.copyOf(rooms));
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    boolean contains(String room) {
        return room.equals(KERNEL) || allowed.containsKey(room);
    }

    boolean mayImport(String room, String other) {
        return room.equals(other) || room.equals(BOOTSTRAP) || other.equals(KERNEL)
                || allowed.getOrDefault(room, List.of()).stream().anyMatch(name -> covers(name, other));
    }

    private static boolean covers(String name, String other) {
        return name.endsWith(".*") ? other.startsWith(name.substring(0, name.length() - 1)) : name.equals(other);
    }
}
