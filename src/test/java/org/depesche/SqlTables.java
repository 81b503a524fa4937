package org.depesche;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the database that the SQL in the sources names. A table name made at run time is not found. */
final class SqlTables {

    private static final Path ROOT = Path.of("src/main/java/org/depesche");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
    private static final Pattern STRING = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern READ = Pattern.compile("\\b(?:from|join) (\\w+)");
    private static final Pattern WRITTEN = Pattern
            .compile("\\b(?:insert into|insert ignore into|replace into|update|delete from) (\\w+)");
    private static final Pattern MAPPED = Pattern.compile("@Table\\(name = \"(\\w+)\"");
    private static final Pattern STATEMENT = Pattern.compile("\\s*\\(?(?:select|insert|update|delete|replace) .*",
            Pattern.DOTALL);

    private SqlTables() {
    }

    /** A table that a class names. */
    record Use(String room, String type, String table, boolean isWrite) {
        @Override
        public String toString() {
            return room + "." + type + (isWrite ? " writes " : " reads ") + table;
        }
    }

    /** All tables that the migrations create. */
    static Set<String> created() {
        return files(MIGRATIONS, ".sql").flatMap(file -> CREATED.matcher(read(file)).results())
                .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Use> uses() {
        var tables = created();
        return files(ROOT, ".java").flatMap(SqlTables::uses).filter(use -> tables.contains(use.table())).distinct().toList();
    }

    /** The classes with an SQL statement, as room and simple name. */
    static List<String> classesWithSql() {
        return files(ROOT, ".java").filter(file -> strings(file).anyMatch(text -> STATEMENT.matcher(text).matches()))
                .map(file -> room(file) + "." + type(file)).sorted().toList();
    }

    private static Stream<Use> uses(Path file) {
        var sql = strings(file).map(text -> text.replaceAll("\\s+", " ")).collect(Collectors.joining("\n"));
        var written = tables(WRITTEN, sql).collect(Collectors.toSet());
        var mapped = tables(MAPPED, read(file)).map(table -> new Use(room(file), type(file), table, true));
        return Stream.of(mapped, written.stream().map(table -> new Use(room(file), type(file), table, true)),
                tables(READ, sql).filter(table -> !written.contains(table))
                        .map(table -> new Use(room(file), type(file), table, false)))
                .flatMap(uses -> uses);
    }

    private static Stream<String> tables(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    /** The string literals of a source without its Javadoc, concatenated ones as one. */
    private static Stream<String> strings(Path file) {
        var code = JAVADOC.matcher(read(file)).replaceAll("");
        return STRING.matcher(code.replaceAll("(?<!\")\"\\s*\\+\\s*\"(?!\")", "")).results().map(SqlTables::text);
    }

    private static String text(MatchResult literal) {
        return literal.group(1) != null ? literal.group(1) : literal.group(2);
    }

    private static String room(Path file) {
        return ROOT.relativize(file.getParent()).toString().replace('/', '.');
    }

    private static String type(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Stream<Path> files(Path folder, String suffix) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(folder.toString(), e);
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
