import type { NamedValue } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../../model/objects/Fields';
import { present } from '../../model/objects/present';
import { withoutCredentials } from '../../model/words/withoutCredentials';
import { webUrl } from '../webUrl';

/** `[{name, value}]` as Tekton writes parameters and results; a value may be a list or a map. */
export function namedValues(list: readonly Fields[]): NamedValue[] {
  return list.flatMap(each => {
    const name = each.text('name');
    const value = textOf(each);
    if (name === undefined || value === undefined) return [];
    const text = withoutCredentials(value.trim());
    return present({ name, value: text, url: webUrl(text) });
  });
}

function textOf(each: Fields): string | undefined {
  const text = each.text('value');
  if (text !== undefined) return text;
  const list = each.texts('value');
  if (list.length > 0) return list.join(', ');
  const map = Object.entries(each.map('value'));
  return map.length > 0
    ? map.map(([key, value]) => `${key}: ${value}`).join(', ')
    : undefined;
}
