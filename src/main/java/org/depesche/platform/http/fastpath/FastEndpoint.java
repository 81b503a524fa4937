package org.depesche.platform.http.fastpath;

/** Answers simple reads of an address, exactly as the endpoint of that address does. */
public interface FastEndpoint {

    /**
     * Takes or ignores a request. The method runs on the event loop: an endpoint that takes a request answers or declines it on
     * another thread.
     *
     * @param request a GET or HEAD without credentials, of a client that takes JSON
     * @return whether the request is taken
     */
    boolean take(FastRequest request);
}
