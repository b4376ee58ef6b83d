import type { Backend } from './World.ts';

/** An answer of our API to the first of its users. */
export async function askOurs<T>(
  { base, tokens }: Backend,
  path: string,
): Promise<T> {
  const answer = await fetch(`${base}/api/supply-chain${path}`, {
    headers: { authorization: `Bearer ${tokens[0] ?? ''}` },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}
