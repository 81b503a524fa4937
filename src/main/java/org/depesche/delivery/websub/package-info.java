/**
 * The hub of WebSub (W3C Recommendation, 23 January 2018) for the feeds of this service: it verifies that subscribers want what
 * is asked for them, and posts them a feed when it changes. Its state is in the database, so nothing is lost when a node dies.
 */
@NullMarked
package org.depesche.delivery.websub;

import org.jspecify.annotations.NullMarked;
