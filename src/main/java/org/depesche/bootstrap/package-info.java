/**
 * The composition root. {@link org.depesche.bootstrap.Main} starts the process and, unless a data source is configured, the
 * embedded database; {@link org.depesche.bootstrap.SampleNewsroomLoader} loads the sample newsroom. No other room imports this
 * one, and it never contains a rule about news content.
 */
@NullMarked
package org.depesche.bootstrap;

import org.jspecify.annotations.NullMarked;
