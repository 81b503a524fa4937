package org.depesche.bench.retrieval;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MariaDB's FULLTEXT in natural language mode, on the server that {@code -Dbench.mariadb=jdbc:…} names. */
final class MariaDbFullText implements SearchEngine {

    private static final int LONGEST_QUERY = 20_000;

    private final Connection connection;

    private MariaDbFullText(Connection connection) {
        this.connection = connection;
    }

    /** Empty when no server is named. */
    static Optional<SearchEngine> connected() {
        var url = System.getProperty("bench.mariadb", "");
        try {
            return url.isEmpty() ? Optional.empty() : Optional.of(new MariaDbFullText(DriverManager.getConnection(url)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "MariaDB FULLTEXT";
    }

    @Override
    public void index(List<IndexedDocument> pages) {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_page");
            statement.execute("create table bench_page (number int primary key, content longtext not null) engine = innodb"
                    + " default charset = utf8mb4 collate = utf8mb4_german2_ci");
            try (var insert = connection.prepareStatement("insert into bench_page values (?, ?)")) {
                for (var page : pages) {
                    insert.setInt(1, page.number());
                    insert.setString(2, page.headline() + "\n" + page.text());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("alter table bench_page add fulltext key by_content (content)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Integer> search(String words, int limit) {
        try (var select = connection.prepareStatement("select number from bench_page where match (content) against (?)"
                + " order by match (content) against (?) desc limit " + limit)) {
            var asked = words.substring(0, Math.min(words.length(), LONGEST_QUERY));
            select.setString(1, asked);
            select.setString(2, asked);
            var numbers = new ArrayList<Integer>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Integer> similar(IndexedDocument page, int limit) {
        return search(page.headline() + "\n" + page.text(), limit + 1).stream().filter(number -> number != page.number())
                .limit(limit).toList();
    }

    @Override
    public List<Integer> similarTo(IndexedDocument page, int limit) {
        return search(page.headline() + "\n" + page.text(), limit);
    }

    @Override
    public void close() {
        try (connection; var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_page");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
