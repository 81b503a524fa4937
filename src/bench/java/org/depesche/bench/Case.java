package org.depesche.bench;

import java.util.List;

/**
 * A row of the table.
 *
 * @param requests asked in turn, over and over
 */
record Case(String name, List<Asked> requests) {
}
