/**
 * The hub of WebSub (W3C Recommendation, 23 January 2018) for the feeds of this service.
 * {@link org.depesche.delivery.websub.HubResource} takes subscriptions; {@link org.depesche.delivery.websub.HubWorker}
 * verifies that subscribers want what is asked for them, and posts them a feed when it changes.
 * {@link org.depesche.delivery.websub.WebSubHub} tells feeds about the hub. Its state is in the database, so nothing is ever
 * lost when a node dies.
 */
@NullMarked
package org.depesche.delivery.websub;

import org.jspecify.annotations.NullMarked;
