/**
 * The first admin key. {@link org.depesche.platform.access.key.admin.AdminKeyStartup} takes it from the environment, or makes
 * one and prints it once; {@link org.depesche.platform.access.key.admin.AdminKeyInstaller} stores its hash. No other room uses
 * this one. Where an admin key exists already, none is ever made.
 */
@NullMarked
package org.depesche.platform.access.key.admin;

import org.jspecify.annotations.NullMarked;
