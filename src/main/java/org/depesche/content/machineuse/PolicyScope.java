package org.depesche.content.machineuse;

/**
 * The site to which policy documents belong.
 *
 * @param site the slug of the site
 * @param isDefault whether it is the site of requests that name none
 * @param policy the policy that the site states
 */
public record PolicyScope(String site, boolean isDefault, MachineUse policy) {
}
