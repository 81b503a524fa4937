/**
 * What machines may do with a site, as documents that its front end serves or links to.
 * {@link org.depesche.delivery.machineuse.SitePoliciesResource} serves a part of robots.txt, RSL and a TDM policy,
 * {@link org.depesche.delivery.machineuse.TdmRepResource} TDMRep. This room reads sites and categories, and never articles.
 */
@NullMarked
package org.depesche.delivery.machineuse;

import org.jspecify.annotations.NullMarked;
