import { isRecord } from '../records.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type {
  PrinterColumn,
  ResourceDefinition,
} from '../state/ResourceDefinition.ts';
import { findJsonPath } from './findJsonPath.ts';
import { humanDuration } from './humanDuration.ts';
import { partialMetadata } from './partialMetadata.ts';
import type { Printer } from './printers.ts';
import { printers } from './printers.ts';

type ColumnDefinition = Required<Omit<PrinterColumn, 'jsonPath'>>;

const NAME: ColumnDefinition = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: 'Name must be unique within a namespace.',
  priority: 0,
};

/** What a CRD without columns of its own shows. */
const ONLY_AGE: readonly PrinterColumn[] = [
  { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
];

/** What a built-in kind without a printer shows. */
const ONLY_CREATED: Printer = {
  columns: [{ name: 'Created At', type: 'date' }],
  cells: object => [object.metadata.creationTimestamp ?? null],
};

/** How much of the object a row carries: the request's `includeObject`. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

/** Rows and columns of one kind for `kubectl get`, as the API server makes them. */
export class TableRenderer {
  readonly columns: readonly ColumnDefinition[];
  readonly #cells: (object: KubeObject, now: number) => unknown[];

  constructor(definition: ResourceDefinition) {
    if (definition.custom) {
      const columns = definition.columns ?? ONLY_AGE;
      this.columns = [NAME, ...columns.map(fromCrd)];
      this.#cells = (object, now) => [
        object.metadata.name,
        ...columns.map(c => cell(c, object, now)),
      ];
    } else {
      const printer = printers[keyOf(definition)] ?? ONLY_CREATED;
      const columns = printer.columns.map(c => ({
        format: '',
        description: '',
        priority: 0,
        ...c,
      }));
      this.columns = printer.nameLast
        ? [...columns, { ...NAME, priority: 1 }]
        : [NAME, ...columns];
      this.#cells = (object, now) =>
        printer.nameLast
          ? [...printer.cells(object, now), object.metadata.name]
          : [object.metadata.name, ...printer.cells(object, now)];
    }
  }

  /** One row as JSON; `objectText` is the whole object's JSON, for `includeObject=Object`. */
  row(
    object: KubeObject,
    include: IncludeObject,
    now: number,
    objectText: () => string,
  ): string {
    const cells = JSON.stringify(
      this.#cells(object, now).map(value => value ?? null),
    );
    const conditions = completion(object);
    const row = `{"cells":${cells}${
      conditions ? `,"conditions":${JSON.stringify(conditions)}` : ''
    }`;
    switch (include) {
      case 'None':
        return `${row},"object":null}`;
      case 'Object':
        return `${row},"object":${objectText()}}`;
      default:
        return `${row},"object":${JSON.stringify(partialMetadata(object))}}`;
    }
  }
}

/** Events look the same under both their groups. */
function keyOf({ storedAs, plural, group }: ResourceDefinition): string {
  return storedAs
    ? `${storedAs.plural}.${storedAs.group}`
    : `${plural}.${group}`;
}

function fromCrd(column: PrinterColumn): ColumnDefinition {
  return {
    name: column.name,
    type: column.type,
    format: column.format ?? '',
    description:
      column.description ??
      `Custom resource definition column (in JSONPath format): ${column.jsonPath}`,
    priority: column.priority ?? 0,
  };
}

function cell(column: PrinterColumn, object: KubeObject, now: number): unknown {
  const value = findJsonPath(column.jsonPath, object);
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case 'string':
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    case 'integer':
      return typeof value === 'number' ? Math.trunc(value) : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date': {
      const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      return Number.isNaN(at) ? '<invalid>' : humanDuration(now - at);
    }
    default:
      return null;
  }
}

/** Pods that are done say so beside their cells; `kubectl get` hides nothing by it any more, others may. */
function completion(object: KubeObject): object[] | undefined {
  if (object.kind !== 'Pod' || !isRecord(object.status)) return undefined;
  switch (object.status.phase) {
    case 'Succeeded':
      return [
        {
          type: 'Completed',
          status: 'True',
          reason: 'Succeeded',
          message: 'The pod has completed successfully.',
        },
      ];
    case 'Failed':
      return [
        {
          type: 'Completed',
          status: 'True',
          reason: 'Failed',
          message: 'The pod failed.',
        },
      ];
    default:
      return undefined;
  }
}
