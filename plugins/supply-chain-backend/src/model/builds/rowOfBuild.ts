import type {
  BuildRow,
  BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';

/** The part of a build's view that a row of the history has. */
export function rowOfBuild(view: BuildView): BuildRow {
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
