/** Containers of a kpack build and of a rebase in the order in which they run (kpack pkg/apis/build/v1alpha2/build_pod.go). */
export const BUILD_STEPS = [
  'prepare',
  'analyze',
  'detect',
  'restore',
  'build',
  'export',
  'completion',
] as const;

export const REBASE_STEPS = ['rebase', 'completion'] as const;
