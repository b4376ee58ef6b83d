/** A node that is ordered: `rank` breaks ties, then the name. */
export type Ordered = {
  readonly name: string;
  readonly rank: number;
  readonly inputs: readonly string[];
};

/**
 * Names so that inputs come before what reads them; ties by rank, then by name, never by the order of the input,
 * because the order of a Workload's status is that of its history. A cycle is entered at its smallest member.
 */
export function graphOrder(nodes: readonly Ordered[]): readonly string[] {
  const waiting = [...nodes].sort(
    (a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1),
  );
  const there = new Set(waiting.map(node => node.name));
  const placed = new Set<string>();
  const order: string[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(node =>
      node.inputs.every(
        input => placed.has(input) || !there.has(input) || input === node.name,
      ),
    );
    const [node] = waiting.splice(Math.max(0, next), 1);
    if (!node) break;
    placed.add(node.name);
    order.push(node.name);
  }
  return order;
}
