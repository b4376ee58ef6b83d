import { ServerAdmin } from './ServerAdmin';
import type { ServerUnderTest } from './ServerUnderTest';

const GROUP = 'live.example.com';
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

const DEFINITION = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `gadgets.${GROUP}` },
  spec: {
    group: GROUP,
    names: { plural: 'gadgets', singular: 'gadget', kind: 'Gadget' },
    scope: 'Namespaced',
    versions: [
      {
        ...{ name: 'v1', served: true, storage: true },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      },
    ],
  },
};

/** A real API server, with a user of whom nothing is expected but that he has no rights. */
export function realServer(options: {
  readonly url: string;
  readonly adminToken: string;
  readonly user: { readonly name: string; readonly token: string };
}): ServerUnderTest {
  const server: ServerUnderTest = {
    ...options,
    resource: { group: GROUP, version: 'v1', plural: 'gadgets' },
    // On a busy machine it takes its time, and each second is ten of ours.
    haste: 10,
    installKind: () => admin().send('POST', CRDS, DEFINITION),
    removeKind: () =>
      admin().send('DELETE', `${CRDS}/${DEFINITION.metadata.name}`),
    close: () => server.removeKind(),
  };
  const admin = () => new ServerAdmin(server);
  return server;
}
