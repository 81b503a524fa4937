package org.depesche.bootstrap.database;

/** The service cannot start with this configuration. The message is written for the person at the terminal. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
