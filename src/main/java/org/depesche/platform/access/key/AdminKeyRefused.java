package org.depesche.platform.access.key;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The operator's admin key cannot be one. Quarkus prints a configuration error's message without a stack trace. */
class AdminKeyRefused extends ConfigurationException {

    AdminKeyRefused(String message) {
        super(message);
    }
}
