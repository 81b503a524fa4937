package org.depesche.platform.access.key;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The operator's admin key is invalid. Quarkus prints the message of a configuration error without a stack trace. */
class AdminKeyRefused extends ConfigurationException {

    AdminKeyRefused(String message) {
        super(message);
    }
}
