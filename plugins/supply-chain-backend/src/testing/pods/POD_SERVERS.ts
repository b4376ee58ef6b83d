import { demoPods } from './demoPods';
import type { PodsUnderTest } from './PodsUnderTest';
import { realPods } from './realPods';

const { KUBE_API_URL, KUBE_API_TOKEN, KUBE_API_IMAGE } = process.env;

/** What logs are tried on: the demo cluster always, and a real API server with a node where there is one. */
export const POD_SERVERS: readonly (readonly [
  string,
  () => Promise<PodsUnderTest>,
])[] = [
  ['the demo cluster', demoPods],
  ...(KUBE_API_URL && KUBE_API_TOKEN
    ? [
        [
          'the API server at KUBE_API_URL',
          () =>
            realPods({
              ...{ url: KUBE_API_URL, token: KUBE_API_TOKEN },
              image: KUBE_API_IMAGE ?? 'localhost:5000/busybox:1',
            }),
        ] as const,
      ]
    : []),
];
