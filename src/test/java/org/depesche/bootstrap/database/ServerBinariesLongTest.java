package org.depesche.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;

/** Unpacking the server takes several seconds, and here it happens twice. */
class ServerBinariesLongTest {

    @Test
    void damagedBinariesAreUnpackedAgain() throws IOException {
        var own = TestFolders.emptyFolder("damaged-binaries");
        var home = ServerBinaries.unpackOnce(own).home();
        var message = home.resolve("share/english/errmsg.sys");
        Files.writeString(message, "half");

        var binaries = ServerBinaries.unpackOnce(own);

        assertThat(Files.size(binaries.home().resolve("share/english/errmsg.sys"))).isGreaterThan(10_000);
    }
}
