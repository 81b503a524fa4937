/**
 * Keeps the service able to answer under load: what one connection may occupy, how many requests may wait for a worker
 * thread, bodies that arrive slowly, and requests while the database is away. No other room depends on this one.
 */
@NullMarked
package org.depesche.platform.http.load;

import org.jspecify.annotations.NullMarked;
