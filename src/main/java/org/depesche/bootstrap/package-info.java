/**
 * The composition root: starts the process and, unless a data source is configured, the private database it runs on; greets
 * those who open the service in a browser; brings the sample newsroom.
 * Nobody imports this room; it decides nothing about news.
 */
@NullMarked
package org.depesche.bootstrap;

import org.jspecify.annotations.NullMarked;
