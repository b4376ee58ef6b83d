/** Requests by cluster, verb and kind, as the demo clusters counted them since they started. */
export type RequestCounts = Readonly<Record<string, number>>;

/** Asks the demo's control endpoint. Throws when no demo answers there. */
export async function apiRequests(control: string): Promise<RequestCounts> {
  const answer = await fetch(new URL('/state', control));
  const state: unknown = await answer.json();
  const clusters = field(state, 'clusters');
  return Object.fromEntries(
    Object.entries(clusters).flatMap(([cluster, of]) =>
      Object.entries(field(field(of, 'metrics'), 'requests')).map(
        ([what, count]) => [`${cluster}: ${what}`, Number(count)],
      ),
    ),
  );
}

function field(of: unknown, name: string): Record<string, unknown> {
  const value: unknown =
    typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
  if (typeof value !== 'object' || value === null)
    throw new Error(`The control endpoint's state has no ${name}`);
  return value as Record<string, unknown>;
}
