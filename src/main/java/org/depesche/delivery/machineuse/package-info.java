/**
 * What machines may do with a site, as documents that its front end serves or links to: a part of robots.txt, RSL, TDMRep and a
 * TDM policy. This room reads sites and categories only.
 */
@NullMarked
package org.depesche.delivery.machineuse;

import org.jspecify.annotations.NullMarked;
