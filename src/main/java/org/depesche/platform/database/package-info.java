/**
 * Access to the relational database. {@link org.jdbi.v3.core.Jdbi} runs SQL, and {@link JdbcReader} the statements of
 * nearly every response. {@link Transactions} repeats transactions that conflict, and {@link AutocommitReads} runs
 * reads that need no transaction. This room knows no table.
 */
@NullMarked
package org.depesche.platform.database;

import org.jspecify.annotations.NullMarked;
