/**
 * The one relational database: the {@link org.jdbi.v3.core.Jdbi} bean for native SQL and {@link Transactions} for units that
 * are repeated when the database asks for it. Knows no table.
 */
@NullMarked
package org.depesche.platform.database;

import org.jspecify.annotations.NullMarked;
