/** The tab of an entity. */
export function EntitySupplyChainContent() {
  return null;
}
