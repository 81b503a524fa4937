package org.depesche.bootstrap;

/** The embedded database cannot run here; the message is written for the person at the terminal. */
public final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
