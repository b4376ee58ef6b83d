import type { Selector, SelectorTerm } from '../objects/SupplyChainObject';
import type { WorkloadObject } from '../objects/WorkloadObject';
import { workloadField } from './workloadField';

/** A term that the workload does not meet. */
export type SelectorFailure = {
  readonly key: string;
  /** `apps.tanzu.vmware.com/workload-type is batch` */
  readonly is: string;
  /** `must be web`; empty where `is` says it all. */
  readonly must: string;
  /** The values of which one would do. */
  readonly accepts: readonly string[];
};

/** Terms of a chain's selector that the workload does not meet; empty when all hold. */
export function selectorFailures(
  { labels, expressions, fields }: Selector,
  workload: WorkloadObject,
): readonly SelectorFailure[] {
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
      : [fail(term.key, `${term.key} cannot be compared here`)];
  });
  return [...fromLabels, ...fromExpressions, ...fromFields];
}

/** Semantics of Kubernetes label selectors. */
function failure(
  { key, operator, values }: SelectorTerm,
  value: string | undefined,
): readonly SelectorFailure[] {
  const is =
    value === undefined ? `${key} is missing` : `${key} is ${value || 'empty'}`;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value)
        ? []
        : [fail(key, is, `must be ${oneOf(values)}`, values)];
    case 'NotIn':
      return value === undefined || !values.includes(value)
        ? []
        : [fail(key, is, `must not be ${oneOf(values)}`)];
    case 'Exists':
      return value === undefined ? [fail(key, is)] : [];
    case 'DoesNotExist':
      return value === undefined
        ? []
        : [fail(key, `${key} is set`, 'must not be')];
    default:
      return [fail(key, `${key} is compared with ${operator}, not known here`)];
  }
}

function fail(
  key: string,
  is: string,
  must = '',
  accepts: readonly string[] = [],
): SelectorFailure {
  return { key, is, must, accepts };
}

function oneOf(values: readonly string[]): string {
  return values.length > 1 ? `one of ${values.join(', ')}` : values[0] ?? 'set';
}
