/** The card of an entity. */
export function EntitySupplyChainCard() {
  return null;
}
