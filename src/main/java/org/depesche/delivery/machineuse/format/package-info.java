/**
 * The documents of the standards of machine use: {@link org.depesche.delivery.machineuse.format.RslWriter} writes RSL, alone
 * or as a part of a feed, {@link org.depesche.delivery.machineuse.format.TdmPolicyWriter} a TDM policy, and {@link
 * org.depesche.delivery.machineuse.format.RobotsPaths} the paths in both. This room reads no data, and its output depends on
 * its input alone.
 */
@NullMarked
package org.depesche.delivery.machineuse.format;

import org.jspecify.annotations.NullMarked;
