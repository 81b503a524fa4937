/**
 * The one relational database: the {@link org.jdbi.v3.core.Jdbi} bean for native SQL, {@link JdbcReader} for the statements
 * behind
 * nearly every answer, {@link Transactions} for units that are repeated when the database asks for it and {@link AutocommitReads} for
 * those that need no transaction. Knows no table.
 */
@NullMarked
package org.depesche.platform.database;

import org.jspecify.annotations.NullMarked;
