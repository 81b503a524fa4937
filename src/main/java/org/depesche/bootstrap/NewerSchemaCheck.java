package org.depesche.bootstrap;

import java.util.Arrays;

import jakarta.inject.Singleton;

import org.depesche.bootstrap.database.CannotStart;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/**
 * Refuses a database whose schema a newer release has written, before anything else reads it. For the message, each
 * migration is recorded with the release that ran it. Flyway itself finds newer migrations, because its default to ignore them
 * is off here. Only then does this check read all migrations a second time.
 */
@Singleton
class NewerSchemaCheck implements FlywayConfigurationCustomizer, Callback {

    private final String release = "Depesche "
            + ConfigProvider.getConfig().getOptionalValue("quarkus.application.version", String.class).orElse("");

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.installedBy(release).callbacks(this).ignoreMigrationPatterns(new String[0]);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_VALIDATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var migrations = new FluentConfiguration(Thread.currentThread().getContextClassLoader())
                .configuration(context.getConfiguration()).callbacks(new Callback[0]).load().info().all();
        Arrays.stream(migrations).filter(NewerSchemaCheck::isNewer).reduce((first, last) -> last).ifPresent(newest -> {
            throw new CannotStart(
                    "the database has schema version %s, which %s wrote at %s. This is %s. Start that release, or a newer one."
                            .formatted(newest.getVersion(), newest.getInstalledBy(), newest.getInstalledOn(), release));
        });
    }

    private static boolean isNewer(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED -> true;
            default -> false;
        };
    }

    @Override
    public String getCallbackName() {
        return "newer-schema-check";
    }
}
