import type { RowFacts } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../../model/objects/present';
import { withoutCredentials } from '../../model/words/withoutCredentials';
import { webUrl } from '../webUrl';
import type { InspectedStage, StageFindings } from '../StageInspector';

/** Rows of a kind that nobody knew. */
const SHOWN = 20;

/** Told elsewhere, or nothing for people. */
const LEFT_OUT = new Set(['observedGeneration', 'conditions']);

/** A kind that nobody knew: the plain values of its status. Its conditions, events and YAML are shown of every kind. */
export function anyObject({ object }: InspectedStage): StageFindings {
  const status = object.raw('status');
  if (typeof status !== 'object' || status === null || Array.isArray(status))
    return {};
  const rows = Object.entries(status).flatMap(([name, value]) => {
    if (LEFT_OUT.has(name) || !isPlain(value)) return [];
    const text = withoutCredentials(String(value).slice(0, 1000));
    return present({ name, value: text, url: webUrl(text) });
  });
  const facts: RowFacts = { kind: 'rows', rows: rows.slice(0, SHOWN) };
  return rows.length > 0 ? { facts } : {};
}

function isPlain(value: unknown): boolean {
  return (
    (typeof value === 'string' && value !== '') ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}
