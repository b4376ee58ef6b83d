import type { BuildObject } from '../objects/BuildObject';
import { readBuild } from '../objects/readBuild';

/** A change that kpack writes into the annotation `image.kpack.io/buildChanges`. */
export type RawChange = { reason: string; old?: unknown; new?: unknown };

/** A Build that kpack made for these changes, or with this text in their place. */
export function changedBuild(
  changes: readonly RawChange[] | string | undefined,
  extra: {
    reason?: string;
    number?: string;
    made?: boolean;
    status?: object;
    spec?: object;
  } = {},
): BuildObject {
  return readBuild({
    metadata: {
      name: 'app-build-2',
      namespace: 'ns',
      labels:
        extra.made === false
          ? {}
          : {
              'image.kpack.io/image': 'app',
              'image.kpack.io/buildNumber': extra.number ?? '2',
            },
      annotations: {
        ...(changes === undefined
          ? {}
          : {
              'image.kpack.io/buildChanges':
                typeof changes === 'string' ? changes : JSON.stringify(changes),
            }),
        ...(extra.reason ? { 'image.kpack.io/reason': extra.reason } : {}),
      },
    },
    spec: extra.spec ?? {},
    status: extra.status ?? {},
  });
}

/** Its configuration changed: everything but a commit that kpack itself watches. */
export function configChange(old: object, now: object): RawChange[] {
  return [
    {
      reason: 'CONFIG',
      old: { resources: {}, ...old },
      new: { resources: {}, ...now },
    },
  ];
}

export const REVISIONS = {
  old: '1fee325f45924805776eff569e217b138f0077bb',
  new: '433a68cc94e1f5692672047d80cbb23577949591',
} as const;

export const FLUX = 'http://flux.example/gitrepository/ns/app';

/** Where Flux keeps the archive of a revision. */
export const blob = (revision: string) => ({
  source: { blob: { url: `${FLUX}/${revision}.tar.gz` } },
});

export const env = (...pairs: [string, string][]) => ({
  env: pairs.map(([name, value]) => ({ name, value })),
});
