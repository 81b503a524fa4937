/**
 * The embedded MariaDB server: binaries, process, accounts, data folder.
 * {@link org.depesche.bootstrap.database.EmbeddedMariaDb} starts and stops it, with the settings of
 * {@link org.depesche.bootstrap.database.EmbeddedDatabaseConfig}; {@link org.depesche.bootstrap.database.CannotStart} says why
 * it did not. This room never uses CDI, because it runs before Quarkus starts.
 */
@NullMarked
package org.depesche.bootstrap.database;

import org.jspecify.annotations.NullMarked;
