import type { SourceFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { readConditions } from '../../model/objects/readConditions';
import { plainMessage } from '../../model/words/plainMessage';
import { withoutCredentials } from '../../model/words/withoutCredentials';

/** What every kind of source says alike: Flux's own, and those of TAP's source-controller, which follows it. */
export function fluxSource(
  object: Fields,
  own: Pick<SourceFacts, 'from' | 'url' | 'follows'>,
): SourceFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  const artifact = status.object('artifact');
  return present({
    kind: 'source' as const,
    from: own.from,
    url: own.url === undefined ? undefined : withoutCredentials(own.url),
    follows: own.follows,
    interval: spec.text('interval'),
    suspended: spec.flag('suspend'),
    revision: artifact.text('revision'),
    artifact: status.has('artifact')
      ? present({
          url: artifact.text('url'),
          digest: digestOf(artifact),
          bytes: artifact.integer('size'),
        })
      : undefined,
    fetchedAt: artifact.instant('lastUpdateTime'),
    failure: failureOf(status),
  });
}

/** Flux before 0.35, and TAP's kinds, wrote a bare SHA-256 as `checksum`. */
function digestOf(artifact: Fields): string | undefined {
  const checksum = artifact.text('checksum');
  if (checksum && /^[0-9a-f]{64}$/.test(checksum)) return `sha256:${checksum}`;
  return artifact.text('digest') ?? checksum;
}

function failureOf(status: Fields): SourceFacts['failure'] {
  const conditions = readConditions(status);
  const failed =
    conditions.find(
      each => each.type === 'FetchFailed' && each.status === 'True',
    ) ??
    conditions.find(each => each.type === 'Ready' && each.status === 'False');
  if (!failed) return undefined;
  return present({
    says: plainMessage(failed.message) || failed.reason || 'no reason given',
    since: failed.at,
  });
}
