/**
 * The composition root: starts the process and, unless a data source is configured, the embedded database; loads the sample
 * newsroom. No other package imports this one. It contains no rules about news content.
 */
@NullMarked
package org.depesche.bootstrap;

import org.jspecify.annotations.NullMarked;
