package org.depesche.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ServerOptionsTest {

    @Test
    void theServerThatCreatesTheSystemTablesSharesItsTemporaryFolderWithNobody() {
        assertThat(ServerOptions.bootstrap(Path.of("/data/mariadb.new"), Path.of("/data/mariadb.tmp")))
                .contains("--tmpdir=/data/mariadb.tmp");
    }
}
