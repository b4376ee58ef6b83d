import type { FaultKnobs } from '../faults/FaultKnobs.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { LazyObject } from '../state/LazyObject.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import type { IncludeObject } from '../table/TableRenderer.ts';
import { TableRenderer } from '../table/TableRenderer.ts';
import { partialMetadata } from '../table/partialMetadata.ts';
import { eventsV1 } from './eventsV1.ts';
import type { ObjectForm } from './negotiateForm.ts';

/** Objects never change, so their JSON is made once, however many lists and watches show it. */
const wholeTexts = new WeakMap<KubeObject, string>();
const itemTexts = new WeakMap<KubeObject, string>();

export interface ListMeta {
  readonly resourceVersion: string;
  readonly continue?: string;
  readonly remainingItemCount?: number;
}

/** Writes objects of one kind as one request wants them: whole, as table rows, or their metadata alone. */
export class ObjectForms {
  readonly #definition: ResourceDefinition;
  readonly #apiVersion: string;
  readonly #form: ObjectForm;
  readonly #include: IncludeObject;
  readonly #faults: FaultKnobs;
  readonly #now: () => number;
  readonly #table: TableRenderer | undefined;
  #columnsSent = false;

  constructor(opts: {
    definition: ResourceDefinition;
    version: string;
    form: ObjectForm;
    include: IncludeObject;
    faults: FaultKnobs;
    now: () => number;
  }) {
    this.#definition = opts.definition;
    this.#apiVersion = opts.definition.group
      ? `${opts.definition.group}/${opts.version}`
      : opts.version;
    this.#form = opts.form;
    this.#include = opts.include;
    this.#faults = opts.faults;
    this.#now = opts.now;
    this.#table =
      opts.form === 'table' ? new TableRenderer(opts.definition) : undefined;
  }

  /** One object, by itself. */
  single(object: KubeObject): string {
    switch (this.#form) {
      case 'table':
        return this.#tableOf(
          [object],
          { resourceVersion: object.metadata.resourceVersion ?? '' },
          true,
        ).join('');
      case 'partial':
        return JSON.stringify(partialMetadata(this.#shown(object)));
      default:
        return this.#whole(object);
    }
  }

  /** A list, in pieces to be joined. */
  list(items: readonly KubeObject[], meta: ListMeta): string[] {
    switch (this.#form) {
      case 'table':
        return this.#tableOf(items, meta, true);
      case 'partial':
        return [
          `{"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":${listMeta(
            meta,
          )},"items":[`,
          ...commas(items, object =>
            JSON.stringify(partialMetadata(this.#shown(object))),
          ),
          ']}\n',
        ];
      default: {
        const { kind, custom } = this.#definition;
        // Custom resources come with sorted fields and typed items, built-in kinds with neither.
        return custom
          ? [
              `{"apiVersion":"${this.#apiVersion}","items":[`,
              ...commas(items, object => this.#whole(object)),
              `],"kind":"${kind}List","metadata":${listMeta({
                continue: '',
                ...meta,
              })}}\n`,
            ]
          : [
              `{"kind":"${kind}List","apiVersion":"${
                this.#apiVersion
              }","metadata":${listMeta(meta)},"items":[`,
              ...commas(items, object => this.#item(object)),
              ']}\n',
            ];
      }
    }
  }

  /** One line of a watch. */
  event(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: KubeObject): string {
    return `{"type":"${type}","object":${this.#watched(object)}}\n`;
  }

  /** "You have seen all up to here"; `initialEnd` closes the initial events. */
  bookmark(resourceVersion: string, initialEnd: boolean): string {
    const object: KubeObject = {
      kind: this.#definition.kind,
      apiVersion: this.#apiVersion,
      // A bookmark names no object; its name is only there for our type.
      metadata: {
        resourceVersion,
        ...(initialEnd && {
          annotations: { 'k8s.io/initial-events-end': 'true' },
        }),
      } as unknown as KubeObject['metadata'],
    };
    const shown =
      this.#form === 'object' ? JSON.stringify(object) : this.#watched(object);
    return `{"type":"BOOKMARK","object":${shown}}\n`;
  }

  #watched(object: KubeObject): string {
    if (this.#form !== 'table') return this.single(object);
    const withColumns = !this.#columnsSent;
    this.#columnsSent = true;
    return this.#tableOf(
      [object],
      { resourceVersion: object.metadata.resourceVersion ?? '' },
      withColumns,
    ).join('');
  }

  #tableOf(
    items: readonly KubeObject[],
    meta: ListMeta,
    withColumns: boolean,
  ): string[] {
    const columns = withColumns ? JSON.stringify(this.#table?.columns) : 'null';
    const now = this.#now();
    return [
      `{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":${listMeta(
        meta,
      )},"columnDefinitions":${columns},"rows":[`,
      ...commas(items, object => {
        const shown = this.#shown(object);
        // Printers read core events, whichever form was asked for.
        const printed = this.#definition.storedAs ? object : shown;
        return (
          this.#table?.row(printed, this.#include, now, () =>
            this.#whole(object),
          ) ?? ''
        );
      }),
      ']}',
    ];
  }

  #whole(object: KubeObject): string {
    const shown = this.#shown(object);
    if (shown instanceof LazyObject) return shown.json(true);
    return remembered(wholeTexts, shown, JSON.stringify);
  }

  #item(object: KubeObject): string {
    const shown = this.#shown(object);
    if (shown instanceof LazyObject) return shown.json(false);
    return remembered(itemTexts, shown, typed => {
      const { kind: _kind, apiVersion: _apiVersion, ...rest } = typed;
      return JSON.stringify(rest);
    });
  }

  #shown(object: KubeObject): KubeObject {
    const { group, plural, storedAs } = this.#definition;
    const { namespace, name } = object.metadata;
    if (
      this.#faults.settings.malformed &&
      this.#faults.malforms(group, plural, namespace, name)
    ) {
      return malformed(object);
    }
    if (storedAs) return eventsV1(object);
    return object.apiVersion === this.#apiVersion
      ? object
      : { ...object, apiVersion: this.#apiVersion };
  }
}

/** Keeps what identifies it, so that one can tell which object is broken. */
function malformed(object: KubeObject): KubeObject {
  const metadata = {
    ...object.metadata,
    labels: ['not', 'a', 'map'],
    annotations: 7,
    creationTimestamp: { seconds: 12 },
    ownerReferences: 'nobody',
  } as unknown as KubeObject['metadata'];
  return { ...object, metadata, spec: 'not an object', status: [null, 42] };
}

function remembered(
  texts: WeakMap<KubeObject, string>,
  object: KubeObject,
  make: (o: KubeObject) => string,
): string {
  let text = texts.get(object);
  if (text === undefined) texts.set(object, (text = make(object)));
  return text;
}

function* commas(
  items: readonly KubeObject[],
  text: (object: KubeObject) => string,
): Generator<string> {
  let first = true;
  for (const item of items) {
    yield first ? text(item) : `,${text(item)}`;
    first = false;
  }
}

function listMeta(meta: ListMeta): string {
  const { continue: token, remainingItemCount, resourceVersion } = meta;
  return JSON.stringify({
    ...(token !== undefined && { continue: token }),
    ...(remainingItemCount !== undefined && { remainingItemCount }),
    resourceVersion,
  });
}
