package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.json.JsonMapper;

class ServiceStartIT {

    private Path folder;

    @BeforeEach
    void createFolder() {
        folder = TestFolders.emptyFolder("service-start");
    }

    @Test
    void theOpenApiDocumentIsThatOfTheBuildAndNoStartMakesAnother() throws Exception {
        var classes = folder.resolve("classes.log");
        try (var service = PackagedService.in(folder.resolve("data")).withoutClassArchive()
                .withEnvironment("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes).start()) {
            assertThat(service.get("/q/openapi")).isEqualTo(Files.readString(Path.of("openapi/openapi.yaml")));
            assertThat(new JsonMapper().readTree(service.get("/q/openapi.json")).at("/servers/0/url").asText()).isEqualTo("/");
            assertThat(Files.readString(classes)).contains("io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService ")
                    .doesNotContain("io.smallrye.openapi.api.SmallRyeOpenAPI ");
        }
    }

    @Test
    void aDatabaseThatDoesNotStartIsReportedAndLeavesNoProcess() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var service = PackagedService.in(folder)
                        .withEnvironment("DEPESCHE_EMBEDDED_DATABASE_PORT", Integer.toString(taken.getLocalPort())).launch()) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output()).contains("Depesche cannot start: the embedded database could not have port "
                    + taken.getLocalPort()).doesNotContain("\tat ");
            assertThat(PackagedService.databasesIn(folder)).isEmpty();
        }
    }

    @Test
    void aSettingThatCannotBeReadIsReportedByItsName() {
        try (var service = PackagedService.in(folder).withEnvironment("DEPESCHE_CACHE_MAX_SIZE", "banana").launch()) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output()).contains("Depesche cannot start: SRCFG").contains("depesche.cache.max-size", "banana")
                    .doesNotContain("\tat ");
        }
    }
}
