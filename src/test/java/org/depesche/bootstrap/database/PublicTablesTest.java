package org.depesche.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PublicTablesTest {

    @Inject
    Jdbi jdbi;

    @Test
    void theReaderHasGrantsOnAllPublicTables() {
        var tables = jdbi.withHandle(handle -> handle.createQuery("show tables").mapTo(String.class).list());

        assertThat(tables).containsAll(DatabaseAccounts.PUBLIC_TABLES);
        assertThat(DatabaseAccounts.PUBLIC_TABLES)
                .containsAll(tables.stream().filter(table -> table.startsWith("published_")).toList());
    }
}
