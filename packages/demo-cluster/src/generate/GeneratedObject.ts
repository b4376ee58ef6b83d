import type { KubeObject } from '../state/KubeObject.ts';
import { LazyObject } from '../state/LazyObject.ts';
import { lazily } from './lazily.ts';
import type { ObjectTemplate } from './ObjectTemplate.ts';
import type { Particulars } from './Particulars.ts';
import { SlimMetadata } from './SlimMetadata.ts';

/** One object of a generated cluster: a template and what is particular to one workload. */
export class GeneratedObject extends LazyObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: KubeObject['metadata'];
  readonly #template: ObjectTemplate;
  readonly #particulars: Particulars;

  constructor(
    template: ObjectTemplate,
    particulars: Particulars,
    version = '',
  ) {
    super();
    this.#template = template;
    this.#particulars = particulars;
    this.apiVersion = template.apiVersion;
    this.kind = template.kind;
    const metadata = template.slimMetadata(particulars, version);
    this.metadata = new SlimMetadata(this, metadata, template.bulky);
    Object.defineProperties(this, lazily(template.content, wholeOf));
  }

  at(resourceVersion: string): GeneratedObject {
    return new GeneratedObject(
      this.#template,
      this.#particulars,
      resourceVersion,
    );
  }

  json(typed: boolean): string {
    const { resourceVersion = '' } = this.metadata;
    return this.#template.json(this.#particulars, resourceVersion, typed);
  }

  whole(): KubeObject {
    const { resourceVersion = '' } = this.metadata;
    return this.#template.whole(this.#particulars, resourceVersion);
  }
}

function wholeOf(object: GeneratedObject): KubeObject {
  return object.whole();
}
