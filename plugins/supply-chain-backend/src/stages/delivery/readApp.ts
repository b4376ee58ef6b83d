import type { DeployView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { shownOutput } from './shownOutput';

/** Longest message kept, in UTF-16 units: kapp's name what it waits for, object by object. */
const MESSAGE_MAX = 8_192;
/** Longest output kept, in UTF-16 units: some lines for each object that was applied. */
const OUTPUT_MAX = 65_536;

/** What an App of kapp-controller tells of its last attempt: the part that failed, else the deployment. */
export function readApp(object: Fields): Omit<DeployView, 'kind' | 'name'> {
  const status = object.object('status');
  const deploy = status.object('deploy');
  const failed = ['fetch', 'template', 'deploy']
    .map(part => status.object(part))
    .find(part => (part.integer('exitCode') ?? 0) !== 0);
  const told = failed ?? deploy;
  const failure =
    status.text('usefulErrorMessage', MESSAGE_MAX) ??
    told.text('error', MESSAGE_MAX);
  const output = [
    told.text('stdout', OUTPUT_MAX),
    told.text('stderr', OUTPUT_MAX),
  ].filter(text => text !== undefined && text !== failure);
  return present({
    says: shownOutput(status.text('friendlyDescription', MESSAGE_MAX)),
    failure: shownOutput(failure),
    output: shownOutput(output.join('\n') || undefined),
    exitCode: told.integer('exitCode'),
    startedAt: told.instant('startedAt'),
    updatedAt: told.instant('updatedAt'),
  });
}
