import type { KindName } from '../recording/KindName.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { ReadText } from './JsonPattern.ts';
import { JsonPattern } from './JsonPattern.ts';
import type { Particulars } from './Particulars.ts';
import type { TextPattern } from './TextPattern.ts';

/** Fields of metadata that nothing looks at unless the whole object is wanted; most of an object's bytes are here. */
const BULKY = ['annotations', 'managedFields'] as const;

/** A recorded object from which generated ones are made. */
export class ObjectTemplate {
  readonly resource: KindName;
  readonly apiVersion: string;
  readonly kind: string;
  /** Whether the next build of the workload changes it. */
  readonly tellsOfBuilds: boolean;
  /** Its fields beside apiVersion, kind and metadata. */
  readonly content: readonly string[];
  /** Those of {@link BULKY} that it has. */
  readonly bulky: readonly string[];
  readonly #slim: JsonPattern;
  readonly #whole: JsonPattern;
  readonly #typed: TextPattern;
  readonly #untyped: TextPattern;

  constructor(
    resource: KindName,
    type: { readonly apiVersion: string; readonly kind: string },
    object: KubeObject,
    read: ReadText,
  ) {
    this.resource = { group: resource.group, plural: resource.plural };
    const { apiVersion: _apiVersion, kind: _kind, ...untyped } = object;
    this.apiVersion = type.apiVersion;
    this.kind = type.kind;
    const whole = { apiVersion: this.apiVersion, kind: this.kind, ...untyped };
    this.#whole = new JsonPattern(whole, read);
    this.#typed = this.#whole.text();
    this.#untyped = new JsonPattern(untyped, read).text();
    this.tellsOfBuilds = this.#typed.tellsOfBuilds;
    this.content = Object.keys(untyped).filter(field => field !== 'metadata');
    this.bulky = BULKY.filter(field => object.metadata[field] !== undefined);
    const slim: Record<string, unknown> = { ...object.metadata };
    for (const field of BULKY) delete slim[field];
    this.#slim = new JsonPattern(slim, read);
  }

  /** Metadata without what is bulky. */
  slimMetadata(p: Particulars, version: string): KubeObject['metadata'] {
    return this.#slim.value(p, version) as KubeObject['metadata'];
  }

  /** An ordinary object. */
  whole(p: Particulars, version: string): KubeObject {
    return this.#whole.value(p, version) as KubeObject;
  }

  json(p: Particulars, version: string, typed: boolean): string {
    return (typed ? this.#typed : this.#untyped).text(p, version);
  }
}
