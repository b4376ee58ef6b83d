/** One entry of a Build's `image.kpack.io/buildChanges`: what kpack compared, already reduced to what differs. */
export type BuildChange =
  | { readonly said: 'TRIGGER'; readonly at?: string }
  | { readonly said: 'COMMIT'; readonly old?: string; readonly new?: string }
  | {
      readonly said: 'CONFIG';
      /** There was nothing before: the first build of its Image. */
      readonly first: boolean;
      readonly differences: readonly Difference[];
    }
  | {
      readonly said: 'BUILDPACK';
      /** Buildpacks that the build before used and the builder has no more. */
      readonly left: readonly {
        readonly id: string;
        readonly version?: string;
      }[];
    }
  | { readonly said: 'STACK'; readonly old?: string; readonly new?: string }
  | { readonly said: 'LIFECYCLE'; readonly old?: string; readonly new?: string }
  /** A reason that kpack did not have when this was written. */
  | {
      readonly said: 'OTHER';
      readonly reason: string;
      readonly old?: string;
      readonly new?: string;
    };

/** One path whose value differs; `env.NAME`, `source.blob.url`, `resources.limits.memory`, ... */
export type Difference = {
  readonly path: string;
  readonly old?: string;
  readonly new?: string;
};
