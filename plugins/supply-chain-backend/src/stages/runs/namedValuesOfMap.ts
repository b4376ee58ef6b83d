import type { NamedValue } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { withoutCredentials } from '../../model/words/withoutCredentials';
import { webUrl } from '../webUrl';
import { namedValues } from './namedValues';

/** Inputs and outputs of a Runnable: a map; Tekton's parameters stand in it as one list of their own. */
export function namedValuesOfMap(fields: Fields, raw: unknown): NamedValue[] {
  const names = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  return names.slice(0, 200).flatMap(name => {
    const list = fields.list(name);
    if (list.length > 0) return namedValues(list);
    const value = fields.text(name);
    if (value === undefined) return [];
    const text = withoutCredentials(value.trim());
    return present({ name, value: text, url: webUrl(text) });
  });
}
