/**
 * The composition root: starts the process and, unless a data source is configured, the private database it runs on.
 * Nobody imports this room; it decides nothing about news.
 */
@NullMarked
package org.depesche.bootstrap;

import org.jspecify.annotations.NullMarked;
