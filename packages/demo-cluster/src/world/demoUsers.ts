/** A user of the demo clusters. Both listen on loopback only, so the tokens are no secrets; fixed ones keep a kubeconfig valid. */
export interface DemoUser {
  readonly name: 'backstage' | 'limited' | 'admin' | 'viewer';
  readonly token: string;
  readonly groups: readonly string[];
}

const ANYBODY = ['system:authenticated'];

export const demoUsers: readonly DemoUser[] = [
  {
    name: 'backstage',
    token: 'demo-backstage-reads-what-supply-chains-show',
    groups: ANYBODY,
  },
  {
    name: 'limited',
    token: 'demo-limited-reads-one-namespace-without-builds',
    groups: ANYBODY,
  },
  {
    name: 'admin',
    token: 'demo-admin-may-do-everything',
    groups: ['system:masters', ...ANYBODY],
  },
  { name: 'viewer', token: 'demo-viewer-may-do-nothing', groups: ANYBODY },
];
