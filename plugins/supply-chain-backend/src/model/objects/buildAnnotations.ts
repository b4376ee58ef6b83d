/** Labels and annotations of Builds: kpack's (pkg/apis/build/v1alpha2/image_builds.go), and our own beside them. */
export const buildAnnotations = {
  /** Label. */
  image: 'image.kpack.io/image',
  /** Label. */
  number: 'image.kpack.io/buildNumber',
  reason: 'image.kpack.io/reason',
  changes: 'image.kpack.io/buildChanges',
  builderName: 'image.kpack.io/builderName',
  builderKind: 'image.kpack.io/builderKind',
  /** On the newest Build it calls for another; any value counts. */
  rebuild: 'image.kpack.io/additionalBuildNeeded',
  /** Ours: who called for it, an entity ref or the name of a service. */
  askedBy: 'supply-chain-view.github.io/rebuild-asked-by',
  /** Ours: the value of `rebuild` at that time, so that a later call by other means is not taken for ours. */
  askedAt: 'supply-chain-view.github.io/rebuild-asked-at',
} as const;
