/** As in a pod that kpack makes: all but the last are init containers. */
export const STEPS = [
  ...['prepare', 'analyze', 'detect', 'restore', 'build', 'export'],
  'completion',
] as const;
