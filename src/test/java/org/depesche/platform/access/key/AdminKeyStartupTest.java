package org.depesche.platform.access.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Repeats the first start with an empty table. Afterwards the keys of the tests are restored. */
@QuarkusTest
class AdminKeyStartupTest {

    private static final Pattern KEY = Pattern.compile("dep_[a-z0-9]{8}_[A-Za-z0-9]{43}");
    private static final String ONE = "one-key-of-the-operator-0123456789";
    private static final String OTHER = "other-key-of-the-operator-012345678";

    @Inject
    Jdbi jdbi;

    @Inject
    AdminKeyInstaller keys;

    private List<Map<String, Object>> beside = List.of();

    @BeforeEach
    void empty() {
        jdbi.useHandle(handle -> {
            beside = handle.select("select * from api_key").mapToMap().list();
            handle.execute("delete from api_key");
        });
    }

    @AfterEach
    void restore() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from api_key");
            for (var row : beside) {
                var columns = String.join(", ", row.keySet());
                handle.createUpdate("insert into api_key (" + columns + ") values (:" + columns.replace(", ", ", :") + ")")
                        .bindMap(row).execute();
            }
        });
    }

    @Test
    void theFirstStartPrintsItsKeyOnceAndTheKeyWorks() {
        var first = printed(start(null));
        var second = printed(start(null));

        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
        assertThat(opens(first.get(0))).isTrue();
    }

    @Test
    void nodesThatStartConcurrentlyPrintOneKey() throws Exception {
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<String> node = () -> start(null);
            var outputs = nodes.invokeAll(IntStream.range(0, 8).mapToObj(i -> node).toList());

            var all = new StringBuilder();
            for (var output : outputs) {
                all.append(output.get());
            }
            assertThat(printed(all.toString())).hasSize(1);
            assertThat(count("role = 'ADMIN'")).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void theOperatorsKeyReplacesTheGeneratedKeyAndIsNotPrinted() {
        assertThat(start(ONE)).isEmpty();
        assertThat(start(ONE)).isEmpty();

        assertThat(opens(ONE)).isTrue();
        assertThat(count("origin = 'ENVIRONMENT'")).isEqualTo(1);
        assertThat(count("hash = unhex(sha2('" + ONE + "', 256))")).isEqualTo(1);
    }

    @Test
    void anotherKeyInTheEnvironmentRevokesTheFormerOne() {
        start(ONE);
        start(OTHER);

        assertThat(opens(OTHER)).isTrue();
        assertThat(opens(ONE)).isFalse();
    }

    @Test
    void theEnvironmentMayGoBackToAFormerKey() {
        start(ONE);
        start(OTHER);
        start(ONE);

        assertThat(opens(ONE)).isTrue();
        assertThat(opens(OTHER)).isFalse();
    }

    @Test
    void aKeyThatAnAdminRevokedStaysRevokedWhateverTheEnvironmentSays() {
        start(ONE);
        var id = Callers.withKey(ONE).get("/v1/editorial/keys").path("items[0].id").toString();
        Callers.withKey(ONE).delete("/v1/editorial/keys/" + id).then().statusCode(204);

        start(ONE);

        assertThat(opens(ONE)).isFalse();
    }

    @Test
    void aPrintedKeyMayBecomeTheOperators() {
        var key = printed(start(null)).get(0);
        start(key);
        start(OTHER);

        assertThat(opens(key)).isFalse();
        assertThat(opens(OTHER)).isTrue();
    }

    @Test
    void theTextOfALowerRolesKeyIsRejected() {
        start(ONE);
        var reader = Callers.withKey(ONE).contentType("application/json").body("{\"name\":\"r\",\"role\":\"reader\"}")
                .post("/v1/editorial/keys").path("key").toString();

        assertThatThrownBy(() -> start(reader)).isInstanceOf(AdminKeyRefused.class).hasMessageContaining("reader");
    }

    private static boolean opens(String key) {
        return Callers.withKey(key).get("/v1/test/access/admin").statusCode() == 200;
    }

    private static List<String> printed(String output) {
        return KEY.matcher(output).results().map(found -> found.group()).toList();
    }

    private String start(String chosen) {
        var out = new ByteArrayOutputStream();
        new AdminKeyStartup(new Chosen(Optional.ofNullable(chosen)), keys).install(new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }

    private long count(String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from api_key where " + condition)
                .mapTo(Long.class).one());
    }

    private record Chosen(Optional<String> key) implements AdminKeyConfig {
        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }
    }
}
