/**
 * Access to the one relational database. This room names no table.
 *
 * <p>
 * Rows that editors change one at a time are Panache entities with a package-private repository: sites, categories, tags,
 * authors and keys. Everything else is SQL in a class {@code XxxRepository}: what publishing writes, queues, logs, and changes
 * of many rows. The floor plan in the README names the room that owns each table; {@code ArchitectureTest} reads it.
 *
 * <p>
 * Transactions have one rule. What writes begins in {@link org.depesche.platform.database.Transactions}, which repeats a unit
 * that lost a conflict. {@code @Transactional} begins reads only, which need no repetition. A part of a write is {@code
 * @Transactional(MANDATORY)}. A read of one or two statements uses {@link org.depesche.platform.database.AutocommitReads}. A
 * read that needs another system, as the search index, calls it through {@link org.depesche.platform.database.RemoteCalls}. No
 * other room uses the transaction manager.
 */
@NullMarked
package org.depesche.platform.database;

import org.jspecify.annotations.NullMarked;
