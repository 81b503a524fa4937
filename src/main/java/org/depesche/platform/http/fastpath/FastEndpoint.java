package org.depesche.platform.http.fastpath;

/** Answers simple reads of an address, exactly as the endpoint of that address does. */
public interface FastEndpoint {

    /**
     * Takes a request, or leaves it. Runs on the event loop: whoever takes a request answers it on another thread, or declines
     * it there.
     *
     * @param request a GET or HEAD without credentials, of a client that takes JSON
     * @return whether the request is taken
     */
    boolean take(FastRequest request);
}
