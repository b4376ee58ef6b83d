import type { Selector, SelectorTerm } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { workloadField } from './workloadField';

/** Terms of a chain's selector that the workload does not meet, readable; empty when all hold. */
export function selectorFailures(
  { labels, expressions, fields }: Selector,
  workload: WorkloadObject,
): readonly string[] {
  const label = (key: string) => workload.meta.labels[key];
  const fromLabels = Object.entries(labels).flatMap(([key, must]) =>
    failure({ key, operator: 'In', values: [must] }, label(key)),
  );
  const fromExpressions = expressions.flatMap(term =>
    failure(term, label(term.key)),
  );
  const fromFields = fields.flatMap(term => {
    const field = workloadField(term.key, workload);
    return field.known
      ? failure(term, field.value)
      : `${term.key} cannot be compared here`;
  });
  return [...fromLabels, ...fromExpressions, ...fromFields];
}

/** Semantics of Kubernetes label selectors. */
function failure(
  { key, operator, values }: SelectorTerm,
  value: string | undefined,
): readonly string[] {
  const is =
    value === undefined ? `${key} is missing` : `${key} is ${value || 'empty'}`;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value)
        ? []
        : [`${is}, must be ${oneOf(values)}`];
    case 'NotIn':
      return value === undefined || !values.includes(value)
        ? []
        : [`${is}, must not be ${oneOf(values)}`];
    case 'Exists':
      return value === undefined ? [is] : [];
    case 'DoesNotExist':
      return value === undefined ? [] : [`${key} is set, must not be`];
    default:
      return [`${key} is compared with ${operator}, which is not known here`];
  }
}

function oneOf(values: readonly string[]): string {
  return values.length > 1 ? `one of ${values.join(', ')}` : values[0] ?? 'set';
}
