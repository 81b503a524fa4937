/** The embedded MariaDB server: binaries, process, accounts, data folder. */
@NullMarked
package org.depesche.bootstrap.database;

import org.jspecify.annotations.NullMarked;
