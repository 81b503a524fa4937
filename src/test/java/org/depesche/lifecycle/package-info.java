/**
 * A newsroom at work and a simple model of what must come of it. Speaks HTTP alone, so that the same people work on the service
 * in this process and on the packaged one. Not jqwik: its engine does not run what belongs to JUnit Jupiter, as
 * {@code @QuarkusTest} does, and the order of several threads is nothing that its shrinking could keep.
 */
package org.depesche.lifecycle;
