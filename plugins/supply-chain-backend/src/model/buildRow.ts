import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildView } from './buildView';
import type { BuildObject } from './objects/BuildObject';
import { present } from './objects/present';
import type { Surroundings } from './Surroundings';

/** A row of an image's history: the part of the whole view that a row has. */
export function buildRow(build: BuildObject, around: Surroundings): BuildRow {
  const view = buildView(build, around, 'redacted');
  return present({
    ref: view.ref,
    engine: view.engine,
    type: view.type,
    number: view.number,
    phase: view.phase,
    sentence: view.sentence,
    source: view.source,
    produced: view.produced,
    createdAt: view.createdAt,
    startedAt: view.startedAt,
    finishedAt: view.finishedAt,
    queuedMs: view.queuedMs,
    durationMs: view.durationMs,
  });
}
