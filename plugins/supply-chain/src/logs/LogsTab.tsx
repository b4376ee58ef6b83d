import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useMemo } from 'react';
import { logSourceOf } from './logSourceOf';
import { SourceLog } from './SourceLog';

/** The tab *Logs* of a build. */
export function LogsTab({ build }: { build: BuildView }) {
  const { engine, ref } = build;
  const { cluster, namespace, name } = ref;
  const source = useMemo(
    () => logSourceOf({ engine, ref: { cluster, namespace, name } }),
    [engine, cluster, namespace, name],
  );
  const pin = useMemo(() => ({ build: name }), [name]);
  return (
    <SourceLog
      source={source}
      pin={pin}
      steps={build.steps}
      neverRan={build.phase.kind === 'rejected'}
      says={ownWords(build)}
    />
  );
}

/** What the build says, where it is more than a state. */
function ownWords({ phase }: BuildView): string | undefined {
  switch (phase.kind) {
    case 'failed':
    case 'rejected':
    case 'stuck':
    case 'queued':
      return phase.says;
    default:
      return undefined;
  }
}
