import { at } from '../json/at.ts';
import { textAt } from '../json/textAt.ts';
import { buildImage } from '../controllers/buildImage.ts';
import { buildsOf } from '../controllers/buildsOf.ts';
import { KIND } from '../controllers/kinds.ts';
import { openBuildOf } from '../controllers/openBuildOf.ts';
import type { Scene } from '../controllers/Scene.ts';
import { updateStack } from '../controllers/updateStack.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { Change } from '../state/Change.ts';
import { deliverImage } from './deliverImage.ts';
import type { PushOptions } from './PushOptions.ts';
import { pushImage } from './pushImage.ts';
import { pushWorkload } from './pushWorkload.ts';
import { triggerChange } from './triggerChange.ts';
import { parseTargetName } from './parseTargetName.ts';

/** Something that is going on in the demo. */
export interface Episode {
  readonly id: number;
  readonly what: 'push' | 'trigger' | 'stack' | 'slow';
  readonly target: string;
  readonly startedAt: string;
}

/** Enough to see what goes wrong; a demo may run for weeks. */
const FAILURES_KEPT = 50;

/** kp's way to ask for a rebuild (pkg/apis/build/v1alpha2/build.go of kpack). */
const TRIGGER = 'image.kpack.io/additionalBuildNeeded';

/** What goes on in the demo clusters: commits, triggers, updates. One thing at a time for one workload, any number at once. */
export class World {
  readonly scene: Scene;
  readonly #episodes = new Map<number, Episode>();
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #failures: string[] = [];
  readonly #unsubscribe: () => void;
  #nextId = 1;

  constructor(scene: Scene) {
    this.scene = scene;
    this.#unsubscribe = scene.build.subscribe(change => this.#notice(change));
  }

  /** What is going on, oldest first. */
  episodes(): Episode[] {
    return [...this.#episodes.values()];
  }

  /** What went wrong in the background, newest last. */
  failures(): readonly string[] {
    return this.#failures;
  }

  /** A new commit for `namespace/name`: of a Workload, or of a kpack Image where there is no such Workload. Resolves when all came to rest. */
  async push(target: string, options: PushOptions = {}): Promise<void> {
    const { namespace, name } = parseTargetName(target);
    const workload = this.scene.build.get(KIND.workload, namespace, name);
    const image = this.scene.build.get(KIND.image, namespace, name);
    if (!workload && !image)
      throw new Error(
        `Nothing to push to: neither Workload nor Image ${target} is on the build cluster`,
      );
    const what = options.stretch === undefined ? 'push' : 'slow';
    await this.#episode(what, `${namespace}/${name}`, () =>
      workload
        ? pushWorkload(this.scene, workload.metadata, options)
        : pushImage(this.scene, namespace, name, options),
    );
  }

  /** Ends the Builds that the recording left under way. Resolves when they came to rest. */
  async resume(): Promise<void> {
    const { build } = this.scene;
    const open = build
      .list(KIND.image)
      .items.filter(image => openBuildOf(build, image));
    await Promise.all(
      open.map(image =>
        this.#episode('slow', targetOf(image), () =>
          this.#rebuild(image, undefined),
        ),
      ),
    );
  }

  /** A rebuild of an Image's newest Build, asked for as kp does. Resolves when it came to rest. */
  async trigger(target: string): Promise<void> {
    const image = this.#imageOf(target);
    const newest = buildsOf(this.scene.build, image).at(-1);
    if (!newest)
      throw new Error(`Image ${target} has no Build that could be triggered`);
    const now = new Date(this.scene.tempo.now()).toISOString();
    // The annotation does the rest, as if it came over the API.
    this.scene.build.apply(KIND.build, {
      ...newest,
      metadata: {
        ...newest.metadata,
        annotations: {
          ...newest.metadata.annotations,
          [TRIGGER]: `${now.slice(0, 10)} ${now.slice(11, 23)}000000 +0000 UTC`,
        },
      },
    });
    const { namespace = '', name } = image.metadata;
    await this.#queues.get(`${namespace}/${name}`);
  }

  /**
   * A new run image for a ClusterStack, the most used one unless named: its builders and their images follow. An Image that is
   * `breaking` has a commit at the same moment that breaks its build: kpack builds it once for both, and cannot rebase it.
   */
  async updateStack(
    name?: string,
    { breaking }: { readonly breaking?: string } = {},
  ): Promise<void> {
    const stacks = this.scene.build.list(KIND.clusterStack).items;
    const stack =
      name === undefined
        ? mostUsed(this.scene, stacks)
        : stacks.find(s => s.metadata.name === name);
    if (!stack)
      throw new Error(
        `No ClusterStack ${name ?? ''} on the build cluster; there are: ${stacks
          .map(s => s.metadata.name)
          .join(', ')}`,
      );
    await this.#episode('stack', stack.metadata.name, async () => {
      const images = await updateStack(this.scene, stack);
      await Promise.all(
        images.map(image =>
          this.#episode('stack', targetOf(image), () =>
            targetOf(image) === breaking
              ? this.#break(image)
              : this.#rebuild(image, undefined),
          ),
        ),
      );
    });
  }

  /** No more reactions; what is going on ends with the tempo's signal. */
  close(): void {
    this.#unsubscribe();
  }

  /** Resolves when nothing is going on any more. */
  async settled(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all(this.#queues.values());
  }

  #imageOf(target: string): KubeObject {
    const { namespace, name } = parseTargetName(target);
    const image =
      this.scene.build.get(KIND.image, namespace, name) ??
      this.scene.build
        .list(KIND.image, { namespace })
        .items.find(
          i => i.metadata.labels?.['carto.run/workload-name'] === name,
        );
    if (!image) throw new Error(`No Image ${target} is on the build cluster`);
    return image;
  }

  /** Builds an Image that did not change itself, and delivers what came of it. */
  async #rebuild(
    { metadata: { namespace = '', name } }: KubeObject,
    trigger: Parameters<typeof buildImage>[1]['trigger'],
  ): Promise<void> {
    const before = this.scene.build.get(KIND.image, namespace, name);
    if (!before) return;
    await deliverImage(this.scene, before, {
      ...{ namespace, name, outcome: 'succeeded' },
      ...(trigger && { trigger }),
    });
  }

  #break({ metadata: { namespace = '', name } }: KubeObject): Promise<void> {
    return pushImage(this.scene, namespace, name, { outcome: 'failed' });
  }

  #notice({ resource, object, previous, type }: Change): void {
    if (type !== 'MODIFIED' || resource.plural !== KIND.build.plural) return;
    if (resource.group !== KIND.build.group) return;
    const asked = object.metadata.annotations?.[TRIGGER];
    if (!asked || asked === previous?.metadata.annotations?.[TRIGGER]) return;
    const imageName = object.metadata.labels?.['image.kpack.io/image'];
    const { namespace = '' } = object.metadata;
    const image =
      imageName && this.scene.build.get(KIND.image, namespace, imageName);
    if (!image) return;
    const { name } = object.metadata;
    this.#episode('trigger', targetOf(image), async () => {
      // kpack looks at the newest Build only, once the one before is done.
      if (buildsOf(this.scene.build, image).at(-1)?.metadata.name !== name)
        return;
      await this.#rebuild(image, triggerChange(this.scene.tempo.now()));
    }).catch(() => {});
  }

  /** Runs after what is already queued for the target; a failure is remembered and thrown. */
  #episode(
    what: Episode['what'],
    target: string,
    run: () => Promise<unknown>,
  ): Promise<void> {
    const before = this.#queues.get(target) ?? Promise.resolve();
    const id = this.#nextId++;
    const startedAt = new Date(this.scene.tempo.now()).toISOString();
    this.#episodes.set(id, { id, what, target, startedAt });
    const episode = before.then(run).then(
      () => {},
      (error: unknown) => {
        const says = error instanceof Error ? error.message : String(error);
        this.#failures.push(`${what} ${target}: ${says}`);
        this.#failures.splice(
          0,
          Math.max(0, this.#failures.length - FAILURES_KEPT),
        );
        throw error;
      },
    );
    const settled = episode
      .catch(() => {})
      .finally(() => {
        this.#episodes.delete(id);
        if (this.#queues.get(target) === settled) this.#queues.delete(target);
      });
    this.#queues.set(target, settled);
    return episode;
  }
}

function targetOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** The stack whose builders have the most images. */
function mostUsed(
  { build }: Scene,
  stacks: readonly KubeObject[],
): KubeObject | undefined {
  const images = build.list(KIND.image).items;
  const uses = (stack: KubeObject) =>
    images.filter(image => {
      const builder = build.get(
        KIND.clusterBuilder,
        undefined,
        textAt(image, 'spec', 'builder', 'name') ?? '',
      );
      return at(builder, 'spec', 'stack', 'name') === stack.metadata.name;
    }).length;
  return [...stacks].sort((a, b) => uses(b) - uses(a))[0];
}
