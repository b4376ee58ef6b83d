import { z } from 'zod';

const text = z.string().optional();
const conditions = z.array(
  z.object({ type: z.string(), status: z.string(), message: text }),
);
const buildpacks = z
  .array(z.object({ id: z.string(), version: text, homepage: text }))
  .default([]);
const order = z
  .array(
    z.object({
      group: z.array(
        z.object({
          id: text,
          version: text,
          optional: z.boolean().default(false),
        }),
      ),
    }),
  )
  .default([]);
const url = z.object({ url: text, revision: text }).optional();
const source = z.object({
  git: url,
  blob: url,
  registry: z.object({ image: text }).optional(),
});
const metadata = z.object({
  name: z.string(),
  namespace: text,
  creationTimestamp: text,
  labels: z.record(z.string(), z.string()).default({}),
  annotations: z.record(z.string(), z.string()).default({}),
});
const resolved = z.object({ latestImage: text });
const apis = z.object({ supported: z.array(z.string()) });

/** What kp reads of each kind (kpack-cli v0.17, pkg/commands). */
export const KP_KINDS = {
  images: z.object({
    metadata,
    spec: z.object({
      tag: text,
      source,
      serviceAccountName: text,
      builder: z.object({ kind: text, name: text }),
    }),
    status: z.object({
      conditions,
      latestImage: text,
      latestBuildReason: text,
    }),
  }),
  builds: z.object({
    metadata,
    spec: z.object({
      source,
      builder: z.object({ image: text }),
      runImage: z.object({ image: text }).optional(),
    }),
    status: z.object({
      conditions,
      podName: text,
      latestImage: text,
      stack: z.object({ runImage: text }).optional(),
      buildMetadata: buildpacks,
    }),
  }),
  builders: z.object({
    metadata,
    spec: z.object({
      order,
      stack: z.object({ name: text }),
      store: z.object({ name: text }),
    }),
    status: z.object({
      conditions,
      order,
      latestImage: text,
      stack: z.object({ id: text, runImage: text }),
      lifecycle: z.object({ version: text }),
      builderMetadata: buildpacks,
    }),
  }),
  clusterstacks: z.object({
    metadata,
    status: z.object({
      id: text,
      runImage: resolved,
      buildImage: resolved,
      mixins: z.array(z.string()).default([]),
    }),
  }),
  clusterstores: z.object({
    metadata,
    status: z.object({
      buildpacks: z.array(
        z.object({
          id: z.string(),
          version: text,
          order,
          buildpackage: z.object({ id: text, version: text, homepage: text }),
          storeImage: z.object({ image: text }),
        }),
      ),
    }),
  }),
  clusterlifecycles: z.object({
    metadata,
    status: z.object({
      version: text,
      image: resolved,
      apis: z.object({ buildpack: apis, platform: apis }),
    }),
  }),
};

export type KpKinds = typeof KP_KINDS;

export type KpObject<K extends keyof KpKinds> = z.output<KpKinds[K]>;
