import type { GraphView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** Phases that one came to see, most urgent first. */
const URGENT = ['failed', 'misconfigured', 'running'] as const;

/** The stage shown when the URL names none: the first that is failed, else misconfigured, else running, else the one that makes the image. */
export function defaultStage({ stages }: GraphView): string | undefined {
  for (const kind of URGENT) {
    const found = stages.find(({ phase }) => phase.kind === kind);
    if (found) return found.name;
  }
  const image = stages.find(({ engine }) => engine !== undefined);
  return (image ?? stages[0])?.name;
}
