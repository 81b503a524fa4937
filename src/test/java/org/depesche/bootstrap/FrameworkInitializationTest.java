package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.Application;

class FrameworkInitializationTest {

    private final ClassLoader former = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void hideTheApplication() {
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void showTheApplication() {
        Thread.currentThread().setContextClassLoader(former);
    }

    @Test
    void aFailureIsHandedToWhoeverWaits() {
        var framework = FrameworkInitialization.begin();

        assertThat(framework.await()).isInstanceOf(ClassNotFoundException.class)
                .hasMessage(Application.APP_CLASS_NAME);
        assertThat(framework.await()).isInstanceOf(ClassNotFoundException.class);
    }
}
