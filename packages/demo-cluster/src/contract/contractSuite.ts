import { accessContract } from './accessContract.ts';
import { ContractClient } from './ContractClient.ts';
import type { ContractRoom } from './ContractRoom.ts';
import { discoveryContract } from './discoveryContract.ts';
import { eventually } from './eventually.ts';
import { listContract } from './listContract.ts';
import { logContract } from './logContract.ts';
import { watchContract } from './watchContract.ts';
import { createContract } from './createContract.ts';
import { deleteContract } from './deleteContract.ts';
import { patchContract } from './patchContract.ts';
import { updateContract } from './updateContract.ts';

export interface ContractServer {
  readonly url: string;
  readonly adminToken: string;
  /** Of a user who has no rights at all. */
  readonly viewerToken: string;
  close(): Promise<void>;
}

/**
 * What every Kubernetes API server keeps to, as far as this project's clients rely on it. One set of
 * tests for the demo cluster and for a real server; it makes a namespace of its own and removes it.
 */
export function contractSuite(
  title: string,
  start: () => Promise<ContractServer>,
): void {
  describe(title, () => {
    let server: ContractServer | undefined;
    const room: { current?: ContractRoom } = {};

    beforeAll(async () => {
      server = await start();
      const client = new ContractClient(server.url, server.adminToken);
      const made = await client.send('POST', '/api/v1/namespaces', {
        body: {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { generateName: 'contract-' },
        },
      });
      const { name } = made.json().metadata as { name: string };
      room.current = {
        client,
        namespace: name,
        viewerToken: server.viewerToken,
      };
    });

    afterAll(async () => {
      const { client, namespace } = room.current ?? {};
      if (client && namespace) {
        await client.send('DELETE', `/api/v1/namespaces/${namespace}`);
        client.close();
      }
      await server?.close();
    });

    const here = (): ContractRoom => {
      if (!room.current) throw new Error('the contract server did not start');
      return room.current;
    };
    it('gives a namespace to work in', async () => {
      const { client, namespace } = here();
      await eventually(async () => {
        expect(
          (await client.get(`/api/v1/namespaces/${namespace}`)).json().status,
        ).toEqual({ phase: 'Active' });
      });
    });
    discoveryContract(here);
    listContract(here);
    createContract(here);
    patchContract(here);
    updateContract(here);
    deleteContract(here);
    watchContract(here);
    logContract(here);
    accessContract(here);
  });
}
