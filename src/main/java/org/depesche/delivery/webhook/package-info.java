/**
 * Webhooks: each endpoint gets the changes of the log that it asked for, signed, in order and at least once. An endpoint's
 * position is in the database, so nothing is lost when a node dies.
 */
@NullMarked
package org.depesche.delivery.webhook;

import org.jspecify.annotations.NullMarked;
