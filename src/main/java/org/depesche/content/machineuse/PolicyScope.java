package org.depesche.content.machineuse;

/**
 * A site whose policy documents describe.
 *
 * @param isDefault whether requests mean the site when they name none
 * @param policy what the site itself says
 */
public record PolicyScope(String site, boolean isDefault, MachineUse policy) {
}
