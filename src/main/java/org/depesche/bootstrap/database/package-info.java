/**
 * The embedded MariaDB server: binaries, process, accounts, data folder. Public API: {@link
 * org.depesche.bootstrap.database.EmbeddedMariaDb}, {@link org.depesche.bootstrap.database.EmbeddedDatabaseConfig},
 * {@link org.depesche.bootstrap.database.CannotStart}. Uses no CDI, because it runs before Quarkus starts.
 */
@NullMarked
package org.depesche.bootstrap.database;

import org.jspecify.annotations.NullMarked;
