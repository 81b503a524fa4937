/**
 * Webhooks: each endpoint gets the changes of the log that it asked for, signed, in order and at least once.
 * {@link org.depesche.delivery.webhook.WebhooksResource} registers endpoints,
 * {@link org.depesche.delivery.webhook.WebhookDispatcher} finds those that lack changes,
 * {@link org.depesche.delivery.webhook.EndpointRun} serves one. An endpoint's position is in the database, so nothing is ever
 * lost when a node dies.
 */
@NullMarked
package org.depesche.delivery.webhook;

import org.jspecify.annotations.NullMarked;
