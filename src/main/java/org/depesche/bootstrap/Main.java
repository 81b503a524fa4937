package org.depesche.bootstrap;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.depesche.bootstrap.database.CannotStart;
import org.depesche.bootstrap.database.EmbeddedDatabaseConfig;
import org.depesche.bootstrap.database.EmbeddedMariaDb;
import org.depesche.kernel.ClosestMatch;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.SmallRyeConfig;

/** Starts the private database unless a data source is configured, then the service, and stops them the other way round. */
@QuarkusMain
public final class Main {

    private static final String TIME_ZONE = "depesche.time-zone";

    private final CountDownLatch serviceEnded = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger();
    private volatile boolean serving;

    Main() {
    }

    public static void main(String... arguments) {
        // Read once, when the server's classes load: it would refuse an unreadable address with an empty 400, we with a document.
        System.setProperty("vertx.disableURIValidation", "true");
        var code = new Main().run(arguments);
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            System.exit(code); // a failed start may leave threads that would keep the process alive
        }
    }

    private int run(String... arguments) {
        var config = config();
        try {
            checkZone(config);
        } catch (CannotStart e) {
            return reportFailure(e);
        }
        if (isConfigured(config) || ApplicationLifecycleManager.isAppCDSGeneration()) {
            return serve(arguments);
        }
        try (var database = EmbeddedMariaDb.open(EmbeddedDatabaseConfig.of(config))) {
            return serveWith(database, arguments);
        } catch (CannotStart e) {
            return reportFailure(e);
        }
    }

    private static int reportFailure(CannotStart why) {
        System.err.println("Depesche cannot start: " + why.getMessage());
        return 1;
    }

    /** Quarkus would tell it by a page of its own inner life. */
    private static void checkZone(SmallRyeConfig config) {
        var name = config.getOptionalValue(TIME_ZONE, String.class).orElse("UTC");
        try {
            ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new CannotStart(TIME_ZONE + ": there is no time zone \"" + name + "\""
                    + ClosestMatch.of(name, ZoneId.getAvailableZoneIds()).map(near -> "; did you mean " + near + "?")
                            .orElse(", as "
                                    + "Europe/Berlin is one."));
        }
    }

    /** Settings reach Quarkus as system properties; dev mode calls again in the same process, so they do not stay. */
    private int serveWith(EmbeddedMariaDb database, String... arguments) {
        var hook = new Thread(() -> stop(database), "stop-embedded-database");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            database.start().quarkusSettings().forEach(System::setProperty);
            database.onUnexpectedExit(() -> Quarkus.asyncExit(1));
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
            Log.trace("The process is ending anyway", alreadyShuttingDown);
        }
    }

    private int serve(String... arguments) {
        serving = true;
        try {
            Quarkus.run(null, this::onServiceExit, arguments);
            return exitCode.get();
        } finally {
            serviceEnded.countDown();
        }
    }

    /** Quarkus leaves telling of a failed start to whoever asks for the exit code. */
    private void onServiceExit(int code, @Nullable Throwable failure) {
        exitCode.set(code);
        if (failure == null) {
            return;
        }
        var cause = ExceptionUtil.getRootCause(failure);
        if (cause instanceof ConfigurationException || cause instanceof QuarkusBindException) {
            System.err.println("Depesche cannot start: " + cause.getMessage());
        } else {
            failure.printStackTrace(); // the log is closed by now
        }
    }

    /** Shutdown hooks run side by side: the database must outlive the requests Quarkus is still finishing. */
    private void stop(EmbeddedMariaDb database) {
        try {
            if (serving) {
                serviceEnded.await(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private static boolean isConfigured(SmallRyeConfig config) {
        return config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent();
    }

    /** Read as Quarkus will read it, only earlier: environment, system properties, .env and config files. */
    private static SmallRyeConfig config() {
        return ConfigUtils.configBuilder()
                .build();
    }
}
