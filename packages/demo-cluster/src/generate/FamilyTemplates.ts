import { KIND } from '../controllers/kinds.ts';
import { textAt } from '../json/textAt.ts';
import { condition } from '../play/condition.ts';
import type { KindName } from '../recording/KindName.ts';
import type { ResourceDefinition } from '../state/ResourceDefinition.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { Family, FamilyBuild } from './Family.ts';
import { ObjectTemplate } from './ObjectTemplate.ts';
import { readSlots } from './readSlots.ts';

/** What is written for one build: the Build, its pod, and the Image that tells of both. */
interface BuildTemplates {
  readonly build: ObjectTemplate;
  readonly pod: ObjectTemplate | undefined;
  /** Recorded instant of the Build's creation, s since the epoch. */
  readonly createdAt: number;
}

type Typed = (resource: KindName) => ResourceDefinition | undefined;

/** The templates of one family. */
export class FamilyTemplates {
  readonly workload: ObjectTemplate;
  readonly image: ObjectTemplate;
  readonly stamped: readonly ObjectTemplate[];
  /** Newest first. */
  readonly builds: readonly [BuildTemplates, ...BuildTemplates[]];
  readonly running:
    | (BuildTemplates & { readonly image: ObjectTemplate })
    | undefined;
  /** How long the newest build took, s. */
  readonly buildSeconds: number;
  /** Whether the newest build made an image. */
  readonly succeeds: boolean;
  /** Number of the newest recorded build; generated workloads have had at least as many. */
  readonly newest: number;

  constructor(family: Family, typeOf: Typed) {
    const [first, ...older] = family.builds;
    this.newest = first.number;
    const template = (
      resource: KindName,
      object: KubeObject,
      how: { newest: number; born: boolean },
    ) => {
      const definition = typeOf(resource);
      const group = definition?.group ? `${definition.group}/` : '';
      const type = {
        apiVersion:
          object.apiVersion ?? `${group}${definition?.versions[0] ?? 'v1'}`,
        kind: object.kind ?? definition?.kind ?? '',
      };
      return new ObjectTemplate(resource, type, object, readSlots(family, how));
    };
    const once = { newest: this.newest, born: true };
    const buildTemplates = (
      { build, pod }: FamilyBuild,
      newest: number,
    ): BuildTemplates => ({
      build: template(KIND.build, build, { newest, born: false }),
      pod: pod && template(KIND.pod, pod, { newest, born: false }),
      createdAt: secondsOf(build.metadata.creationTimestamp),
    });
    this.workload = template(KIND.workload, family.workload, once);
    this.image = template(KIND.image, family.image, once);
    this.stamped = family.stamped.map(({ resource, object }) =>
      template(resource, object, once),
    );
    this.builds = [
      buildTemplates(first, this.newest),
      ...older.map(each => buildTemplates(each, this.newest)),
    ];
    const { running } = family;
    this.running = running && {
      ...buildTemplates(running, running.number),
      image: template(KIND.image, running.image, {
        newest: running.number,
        born: true,
      }),
    };
    const ended = condition(first.build, 'Succeeded');
    this.succeeds =
      ended?.status === 'True' &&
      textAt(first.build, 'status', 'latestImage') !== undefined;
    this.buildSeconds =
      latestSecond(first.build) -
      secondsOf(first.build.metadata.creationTimestamp);
  }
}

function secondsOf(instant: string | undefined): number {
  return Math.floor(Date.parse(instant ?? '') / 1000) || 0;
}

/** The last instant that an object speaks of. */
function latestSecond({ status }: KubeObject): number {
  const instants =
    JSON.stringify(status ?? {}).match(
      /(?<=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=")/g,
    ) ?? [];
  return Math.max(0, ...instants.map(secondsOf));
}
