import type { ContractRoom } from './ContractRoom.ts';

/** A custom resource with a status of its own to try things on. */
export const workloads = {
  apiVersion: 'carto.run/v1alpha1',
  everywhere: '/apis/carto.run/v1alpha1/workloads',
  collection: ({ namespace }: ContractRoom) =>
    `/apis/carto.run/v1alpha1/namespaces/${namespace}/workloads`,
  path: (room: ContractRoom, name: string) =>
    `${workloads.collection(room)}/${name}`,
  body: (name: string, metadata: object = {}) => ({
    apiVersion: workloads.apiVersion,
    kind: 'Workload',
    metadata: { name, ...metadata },
    spec: { image: 'registry.example/one' },
  }),
  create: async (
    room: ContractRoom,
    name: string,
    metadata: object = {},
  ): Promise<StoredObject> => {
    const answer = await room.client.send('POST', workloads.collection(room), {
      body: workloads.body(name, metadata),
    });
    if (answer.status !== 201)
      throw new Error(`cannot create ${name}: ${answer.text}`);
    return answer.json() as unknown as StoredObject;
  },
  patch: async (room: ContractRoom, name: string, body: unknown) =>
    room.client.send('PATCH', workloads.path(room, name), {
      body,
      contentType: 'application/merge-patch+json',
    }),
};

/** What a server gives back of an object. */
export interface StoredObject {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly generation: number;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
    readonly annotations?: Record<string, string>;
    readonly ownerReferences?: object[];
  };
  readonly spec?: unknown;
  readonly status?: unknown;
}
