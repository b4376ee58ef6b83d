import type { ProvenanceView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../model/objects/Fields';
import { present } from '../model/objects/present';
import { withoutCredentials } from '../model/words/withoutCredentials';
import type { Statement } from './readStatement';

/** Entries shown; a build with more is an unusual one. */
const MOST = 50;

/** What SLSA provenance (v1, v0.2) says of a build; undefined for attestations of something else. */
export function provenanceOf({
  predicateType,
  predicate,
}: Statement): ProvenanceView | undefined {
  switch (predicateType) {
    case 'https://slsa.dev/provenance/v1':
      return v1(predicateType, predicate);
    case 'https://slsa.dev/provenance/v0.2':
      return v02(predicateType, predicate);
    default:
      return undefined;
  }
}

function v1(predicateType: string, predicate: Fields): ProvenanceView {
  const definition = predicate.object('buildDefinition');
  const run = predicate.object('runDetails');
  return present({
    predicateType,
    buildType: definition.text('buildType'),
    builder: run.object('builder').text('id'),
    materials: materials(definition.list('resolvedDependencies')),
    startedAt: run.object('metadata').instant('startedOn'),
    // kpack writes `finishedOn` as SLSA has it.
    finishedAt: run.object('metadata').instant('finishedOn'),
  });
}

function v02(predicateType: string, predicate: Fields): ProvenanceView {
  const metadata = predicate.object('metadata');
  return present({
    predicateType,
    buildType: predicate.text('buildType'),
    builder: predicate.object('builder').text('id'),
    materials: materials(predicate.list('materials')),
    startedAt: metadata.instant('buildStartedOn'),
    finishedAt: metadata.instant('buildFinishedOn'),
  });
}

function materials(all: readonly Fields[]): ProvenanceView['materials'] {
  return all.slice(0, MOST).map(each => {
    const uri = each.text('uri');
    const digests = Object.entries(each.map('digest'));
    const [algorithm, hex] =
      digests.find(([name]) => name === 'sha256') ?? digests[0] ?? [];
    return present({
      name: each.text('name'),
      uri: uri && withoutCredentials(uri),
      digest: algorithm && `${algorithm}:${hex}`,
    });
  });
}
