import { stripAnsi } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hideEnvValues } from '../../model/words/hideEnvValues';
import { withoutCredentials } from '../../model/words/withoutCredentials';

/** What a deployment printed, as everybody may read it who may see the workload: diffs may hold environment variables. */
export function shownOutput(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return withoutCredentials(hideEnvValues(stripAnsi(text))).trim() || undefined;
}
