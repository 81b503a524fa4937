/**
 * Keeps the service able to answer under load: {@link org.depesche.platform.http.load.ConnectionLimits} bounds what one
 * connection may occupy, {@link org.depesche.platform.http.load.RequestQueue} the requests that wait for a worker thread,
 * {@link org.depesche.platform.http.load.RequestBodyReader} bodies that arrive slowly. No other room uses this one, and it
 * never interprets a request.
 */
@NullMarked
package org.depesche.platform.http.load;

import org.jspecify.annotations.NullMarked;
