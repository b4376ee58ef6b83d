import type { ContractRoom } from './ContractRoom.ts';
import { eventually } from './eventually.ts';

/** What the API server itself says of logs, before any kubelet is asked; pods of ours get no node. */
export function logContract(room: () => ContractRoom): void {
  describe('pod logs', () => {
    const pods = () => `/api/v1/namespaces/${room().namespace}/pods`;
    const log = async (pod: string, query = '') =>
      room().client.get(`${pods()}/${pod}/log?${query}`);

    beforeAll(async () => {
      const container = (name: string) => ({
        name,
        image: 'registry.example/none',
      });
      for (const [name, containers] of [
        ['single', ['main']],
        ['double', ['main', 'sidecar']],
      ] as const) {
        await eventually(async () => {
          // A real server has no pod before the namespace's service account.
          const answer = await room().client.send('POST', pods(), {
            body: {
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { name },
              spec: {
                schedulerName: 'nobody',
                initContainers: [container('first'), container('second')],
                containers: containers.map(container),
              },
            },
          });
          expect([201, 409]).toContain(answer.status);
        });
      }
    });

    it('of a pod without a node are empty', async () => {
      expect(await log('single')).toMatchObject({ status: 204, text: '' });
      expect(await log('double', 'container=sidecar')).toMatchObject({
        status: 204,
        text: '',
      });
      expect(await log('single', 'container=first')).toMatchObject({
        status: 204,
        text: '',
      });
    });

    it.each([
      [
        'double',
        '',
        400,
        'a container name must be specified for pod double, choose one of: [first second main sidecar]',
      ],
      [
        'single',
        'container=third',
        400,
        'container third is not valid for pod single',
      ],
      ['nothere', '', 404, 'pods "nothere" not found'],
      [
        'single',
        'sinceTime=yesterday',
        400,
        'parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"',
      ],
      [
        'single',
        'tailLines=-1',
        422,
        'PodLogOptions "single" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0',
      ],
      [
        'single',
        'limitBytes=0',
        422,
        'PodLogOptions "single" is invalid: limitBytes: Invalid value: 0: must be greater than 0',
      ],
      [
        'single',
        'sinceSeconds=0',
        422,
        'PodLogOptions "single" is invalid: sinceSeconds: Invalid value: 0: must be greater than 0',
      ],
    ])('of %s with "%s" are refused', async (pod, query, status, message) => {
      const answer = await log(pod, query);
      expect(answer.json()).toMatchObject({
        kind: 'Status',
        code: status,
        message,
      });
      expect(answer.status).toBe(status);
    });
  });
}
