import { Fields } from './Fields';
import { present } from './present';
import { readConditions } from './readConditions';
import { readObjectMeta } from './readObjectMeta';
import type {
  ChainResource,
  EdgeType,
  SelectorTerm,
  SupplyChainObject,
} from './SupplyChainObject';

/** In the order in which Cartographer lists a stage's inputs (realizer.go). */
const INPUT_LISTS: readonly (readonly [string, EdgeType])[] = [
  ['sources', 'source'],
  ['images', 'image'],
  ['configs', 'config'],
];

/** `carto.run/v1alpha1` ClusterSupplyChain. Throws `Unreadable`. */
export function readSupplyChain(raw: unknown): SupplyChainObject {
  const chain = new Fields(raw);
  const spec = chain.object('spec');
  return {
    meta: readObjectMeta(raw, 'cluster'),
    selector: {
      labels: spec.map('selector'),
      expressions: readTerms(spec.list('selectorMatchExpressions')),
      fields: readTerms(spec.list('selectorMatchFields')),
    },
    resources: spec.list('resources').flatMap(readResource),
    conditions: readConditions(chain.object('status')),
  };
}

function readTerms(terms: readonly Fields[]): readonly SelectorTerm[] {
  return terms.flatMap(term => {
    const key = term.text('key');
    const operator = term.text('operator');
    return key && operator
      ? { key, operator, values: term.texts('values') }
      : [];
  });
}

function readResource(resource: Fields): ChainResource | readonly [] {
  const name = resource.text('name');
  if (!name) return [];
  const template = resource.object('templateRef');
  return present({
    name,
    templateKind: template.text('kind'),
    templateName: template.text('name'),
    templateOptions: readOptions(template),
    inputs: INPUT_LISTS.flatMap(([list, type]) =>
      resource.list(list).flatMap(input => {
        const from = input.text('resource');
        return from ? { from, type } : [];
      }),
    ),
  });
}

function readOptions(template: Fields): ChainResource['templateOptions'] {
  const names = template
    .list('options')
    .flatMap(option => option.text('name') ?? []);
  return names.length > 0 ? names : undefined;
}
