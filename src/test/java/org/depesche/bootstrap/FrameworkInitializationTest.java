package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.Application;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;

class FrameworkInitializationTest {

    private final ClassLoader former = Thread.currentThread().getContextClassLoader();
    private final ClassLoader formerOfDocument = OpenApiConstants.classLoader;

    @BeforeEach
    void hideTheApplication() {
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void showTheApplication() {
        Thread.currentThread().setContextClassLoader(former);
        OpenApiConstants.classLoader = formerOfDocument;
    }

    @Test
    void aFailureIsHandedToWhoeverWaits() {
        var framework = FrameworkInitialization.begin();

        assertThat(framework.await()).isInstanceOf(ClassNotFoundException.class)
                .hasMessage(Application.APP_CLASS_NAME);
        assertThat(framework.await()).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void oneThatHangsIsReportedWithTheStacksOfBothThreads() {
        var ended = new CountDownLatch(1);
        var report = new CompletableFuture<String>();

        new FrameworkInitialization(() -> {
            ended.await();
            return String.class;
        }).begin(Duration.ofMillis(50), report::complete);

        assertThat(report.join()).startsWith("Depesche cannot start: the framework has not initialized itself within 50 ms.")
                .contains("\"" + Thread.currentThread().getName() + "\" ", getClass().getName() + ".oneThatHangs")
                .contains("\"framework-initialization\" ");
        ended.countDown();
    }

    /** As a process of its own, whose threads are beyond help. */
    @Test
    void classesThatWaitForEachOtherEndTheProcess() throws Exception {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EntangledStart.class.getName()).redirectErrorStream(true).start();

        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(output).isEqualTo(1);
        assertThat(output).startsWith("Depesche cannot start: the framework has not initialized itself")
                .contains("\"main\" ", "\"framework-initialization\" ");
    }
}
