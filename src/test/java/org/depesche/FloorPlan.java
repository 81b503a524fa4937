package org.depesche;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of rooms in the README: what a room may import, and which tables of the database it owns or reads. */
record FloorPlan(Map<String, Room> rooms) {

    private static final String KERNEL = "kernel";
    private static final String BOOTSTRAP = "bootstrap";
    private static final String HEAD = "| Room | May import | Tables | What it is for |";
    private static final Pattern NAME = Pattern.compile("`([a-z_.*]+)`");
    private static final Pattern READS = Pattern.compile("(?<owns>[^;]*)(; )?(reads (?<reads>[^:]+): (?<reason>.+))?");

    /**
     * A row of the table.
     *
     * @param reads tables of other rooms that the room joins for speed; the README gives the reason
     */
    record Room(List<String> imports, Set<String> tables, Set<String> reads) {

        private static Room of(String imports, String tables) {
            var cell = READS.matcher(tables.strip());
            if (!cell.matches()) {
                throw new AssertionError("Not \"`own`, `own`; reads `foreign`: reason\": " + tables);
            }
            var reads = cell.group("reads") == null ? Set.<String> of() : Set.copyOf(names(cell.group("reads")));
            return new Room(names(imports), Set.copyOf(names(cell.group("owns"))), reads);
        }
    }

    static FloorPlan read() {
        var rooms = new HashMap<String, Room>();
        lines().dropWhile(line -> !line.equals(HEAD)).skip(2).takeWhile(line -> line.startsWith("|"))
                .map(row -> row.split("\\|"))
                .forEach(cells -> names(cells[1]).forEach(room -> rooms.put(room, Room.of(cells[2], cells[3]))));
        return new FloorPlan(Map.copyOf(rooms));
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(Path.of("README.md")).stream();
        } catch (IOException e) {
            throw new AssertionError("README.md", e);
        }
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    boolean contains(String room) {
        return room.equals(KERNEL) || rooms.containsKey(room);
    }

    boolean mayImport(String room, String other) {
        return room.equals(other) || room.equals(BOOTSTRAP) || other.equals(KERNEL)
                || rooms.containsKey(room) && rooms.get(room).imports().stream().anyMatch(name -> covers(name, other));
    }

    private static boolean covers(String name, String other) {
        return name.endsWith(".*") ? other.startsWith(name.substring(0, name.length() - 1)) : name.equals(other);
    }

    /** All owned tables, a table of two owners twice. */
    List<String> tables() {
        return rooms.values().stream().flatMap(room -> room.tables().stream()).toList();
    }

    /** A room and its subrooms own a table. */
    boolean owns(String room, String table) {
        return rooms.entrySet().stream()
                .anyMatch(other -> (room + ".").startsWith(other.getKey() + ".") && other.getValue().tables().contains(table));
    }

    boolean reads(String room, String table) {
        return rooms.containsKey(room) && rooms.get(room).reads().contains(table);
    }
}
