import type { ReasonView } from '../views/ReasonView';

/** What people ask for first comes first; kpack's own order is the order in which it compares. */
const ORDER: readonly ReasonView['kind'][] = [
  'first-build',
  'source',
  'trigger',
  'config',
  'buildpack',
  'stack',
  'lifecycle',
  'by-hand',
  'unknown',
];

/** All reasons of a build in one sentence without a full stop; empty when there are none. */
export function whySentence(reasons: readonly ReasonView[]): string {
  const titles = [...reasons]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(reason => reason.title)
    .filter(Boolean);
  const [first, ...rest] = [...new Set(titles)];
  if (first === undefined) return '';
  const others = rest.map(lowerFirst);
  const last = others.pop();
  if (last === undefined) return first;
  return `${[first, ...others].join(', ')} and ${last}`;
}

/** Only of a plain capitalised word: ids and abbreviations keep their letters. */
function lowerFirst(title: string): string {
  return /^[A-Z][a-z]* /.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
