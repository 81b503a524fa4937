package org.depesche.bootstrap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.depesche.bootstrap.database.CannotStart;
import org.depesche.bootstrap.database.ConfiguredDatabase;
import org.depesche.bootstrap.database.EmbeddedDatabaseConfig;
import org.depesche.bootstrap.database.EmbeddedMariaDb;
import org.depesche.kernel.ClosestMatch;
import org.jdbi.v3.core.statement.JdbiStatementEvent;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import jdk.jfr.FlightRecorder;

/** Starts the embedded database, unless a data source is configured, and then the service. Stops them in reverse order. */
@QuarkusMain
public final class Main {

    private static final String TIME_ZONE = "depesche.time-zone";

    private final CountDownLatch serviceEnded = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger();
    private final SmallRyeConfig config;
    private final FrameworkInitialization framework;
    private volatile boolean isServing;

    Main() {
        config = config();
        // Not earlier: both threads would initialize the classes of the configuration, and could wait for each other for ever.
        framework = FrameworkInitialization.begin();
        // Otherwise the first statement waits 50 ms for it. Where it fails, Jdbi does without.
        CompletableFuture.runAsync(() -> FlightRecorder.register(JdbiStatementEvent.class));
    }

    public static void main(String... arguments) {
        // Vert.x reads the property once, when its classes load. Its own check would send an empty 400 instead of a
        // problem document.
        System.setProperty("vertx.disableURIValidation", "true");
        // Quarkus sets it, too, but only after the first logger has looked for a provider in all archives.
        System.setProperty("org.jboss.logging.provider", "jboss");
        var code = new Main().run(arguments);
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            System.exit(code); // after a failed start, remaining threads would keep the process alive
        }
    }

    private int run(String... arguments) {
        try {
            checkZone();
            checkPort();
            ConfiguredDatabase.check(config);
        } catch (CannotStart e) {
            return reportFailure(e);
        }
        if (isConfigured() || ApplicationLifecycleManager.isAppCDSGeneration()) {
            return serve(arguments);
        }
        try (var database = EmbeddedMariaDb.open(EmbeddedDatabaseConfig.of(config))) {
            return serveWith(database, arguments);
        } catch (CannotStart e) {
            return reportFailure(e);
        }
    }

    private static int reportFailure(CannotStart cause) {
        System.err.println("Depesche cannot start: " + cause.getMessage());
        return 1;
    }

    /** Checks the time zone here, because Quarkus would print a stack trace. */
    private void checkZone() {
        var name = config.getOptionalValue(TIME_ZONE, String.class).orElse("UTC");
        try {
            ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new CannotStart(TIME_ZONE + ": there is no time zone \"" + name + "\""
                    + ClosestMatch.of(name, ZoneId.getAvailableZoneIds()).map(match -> "; did you mean " + match + "?")
                            .orElse(", as Europe/Berlin is one."));
        }
    }

    /** Checks the port here, because Quarkus would find it in use only after the database was created and started. */
    private void checkPort() {
        var host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        var port = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CannotStart("port %d of %s cannot be used (%s); -Dquarkus.http.port=… names another".formatted(port, host,
                    e.getMessage()));
        }
    }

    /**
     * Passes settings to Quarkus as system properties. Dev mode calls this again in the same process, so they are removed
     * at the end.
     */
    private int serveWith(EmbeddedMariaDb database, String... arguments) {
        var hook = new Thread(() -> stop(database), "stop-embedded-database");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            database.start().keepRunning(() -> Quarkus.asyncExit(1));
            framework.await(); // it must not see some of the settings
            database.quarkusSettings().forEach(System::setProperty);
            return serve(arguments);
        } finally {
            database.quarkusSettings().keySet().forEach(System::clearProperty);
            database.close();
            removeShutdownHook(hook);
        }
    }

    private static void removeShutdownHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the process is ending anyway
        }
    }

    private int serve(String... arguments) {
        isServing = true;
        try {
            var failure = framework.await();
            if (failure == null) {
                Quarkus.run(null, this::onServiceExit, arguments);
            } else {
                onServiceExit(1, failure);
            }
            return exitCode.get();
        } finally {
            serviceEnded.countDown();
        }
    }

    /** Reports a failed start: Quarkus leaves that to the caller that requests the exit code. */
    private void onServiceExit(int code, @Nullable Throwable failure) {
        exitCode.set(code);
        if (failure == null) {
            return;
        }
        settingsError(failure).ifPresentOrElse(message -> System.err.println("Depesche cannot start: " + message),
                failure::printStackTrace); // the log is closed at this point
    }

    /** Returns the message of the innermost cause that names a setting. Empty if the settings are not the cause. */
    private static Optional<String> settingsError(Throwable failure) {
        var message = Optional.<String> empty();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart || cause instanceof ConfigurationException
                    || cause instanceof QuarkusBindException) {
                message = Optional.ofNullable(cause.getMessage());
            } else if (cause instanceof ConfigValidationException invalid) {
                message = Optional.of(problems(invalid));
            }
        }
        return message;
    }

    private static String problems(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(number -> invalid.getProblem(number).getMessage().replaceFirst("^[\\w.]+Exception: ", ""))
                .collect(Collectors.joining("; "));
    }

    /** Shutdown hooks run concurrently. The database must stop after the requests that Quarkus still completes. */
    private void stop(EmbeddedMariaDb database) {
        try {
            if (isServing) {
                serviceEnded.await(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private boolean isConfigured() {
        return config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent();
    }

    /**
     * Reads the configuration from the sources of Quarkus, before Quarkus starts: environment, system properties, .env
     * and config files.
     */
    private static SmallRyeConfig config() {
        return ConfigUtils.configBuilder().build();
    }
}
