/**
 * What {@code mvn verify} runs: every test class is in one of two halves, and each half has a JVM, a database and folders of
 * its own. Quarkus would start again for every class if the classes themselves were shared out among JVMs.
 */
package org.depesche.suite;
