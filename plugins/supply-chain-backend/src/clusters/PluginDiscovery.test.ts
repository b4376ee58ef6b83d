import type { AskedFor } from './errors/AskedFor';
import { AccessDenied } from './errors/AccessDenied';
import { KindAbsent } from './errors/KindAbsent';
import { InvalidRequest } from './errors/InvalidRequest';
import { PluginDiscovery } from './PluginDiscovery';
import type { PluginRequest } from './PluginTransport';

const widgets = { group: 'test.example', version: 'v1', plural: 'widgets' };

describe('PluginDiscovery', () => {
  const { signal } = new AbortController();
  let sent: { asked: AskedFor; request: PluginRequest }[];
  let answer: unknown;
  const discovery = new PluginDiscovery({
    json: async (asked, request) => {
      sent.push({ asked, request });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });

  beforeEach(() => {
    sent = [];
  });

  describe('which kinds there are', () => {
    const served = (of = { group: 'kpack.io', version: 'v1alpha2' }) =>
      discovery.served('build', of, signal);

    it('reads the names out of the list of a version', async () => {
      answer = {
        resources: [{ name: 'builds' }, { name: 'builds/status' }, 7],
      };
      expect([...(await served())]).toEqual(['builds', 'builds/status']);
      expect(sent[0]?.request.path).toBe('/apis/kpack.io/v1alpha2');
      await served({ group: '', version: 'v1' });
      expect(sent[1]?.request.path).toBe('/api/v1');
    });

    it.each([null, 'x', {}, { resources: 'x' }])(
      'finds none in %j',
      async odd => {
        answer = odd;
        expect((await served()).size).toBe(0);
      },
    );

    it('finds none where there is no such group', async () => {
      const asked = {
        cluster: 'build',
        verb: 'get',
        resource: 'apis',
      } as const;
      answer = new KindAbsent(asked);
      expect((await served()).size).toBe(0);
      answer = new AccessDenied(asked, 'cluster');
      await expect(served()).rejects.toBe(answer);
    });

    it('sends nothing for a group that cannot be', async () => {
      await expect(served({ group: '../x', version: 'v1' })).rejects.toThrow(
        InvalidRequest,
      );
      expect(sent).toEqual([]);
    });
  });

  describe('what may be listed in a namespace', () => {
    const rights = async (status: unknown) => {
      answer = { status };
      const ours = await discovery.rightsIn('build', 'dev', signal);
      return ours.toList(widgets);
    };
    const rule = (over: object) => ({
      incomplete: false,
      resourceRules: [
        {
          ...{ verbs: ['list'], apiGroups: ['test.example'] },
          resources: ['widgets'],
          ...over,
        },
      ],
    });

    it('asks as SelfSubjectRulesReview has it', async () => {
      await rights({});
      expect(sent).toEqual([
        {
          asked: {
            ...{ cluster: 'build', verb: 'create' },
            resource: 'selfsubjectrulesreviews.authorization.k8s.io',
          },
          request: {
            path: '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
              apiVersion: 'authorization.k8s.io/v1',
              kind: 'SelfSubjectRulesReview',
              spec: { namespace: 'dev' },
            }),
          },
        },
      ]);
    });

    it.each([
      [rule({}), 'yes'],
      [rule({ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }), 'yes'],
      [rule({ verbs: ['get', 'watch'] }), 'no'],
      [rule({ apiGroups: [''] }), 'no'],
      [rule({ resources: ['widgets/status'] }), 'no'],
      [rule({ resourceNames: ['one'] }), 'no'],
      [{ incomplete: false, resourceRules: null }, 'no'],
      [{ ...rule({ verbs: ['get'] }), incomplete: true }, 'unknown'],
      [
        { incomplete: false, resourceRules: [null, 7, { verbs: 'list' }] },
        'no',
      ],
      [undefined, 'unknown'],
      ['x', 'unknown'],
    ])('%j: %s', async (status, expected) => {
      expect(await rights(status)).toBe(expected);
    });
  });

  describe('our own namespace', () => {
    it.each([
      ['system:serviceaccount:team:backstage', 'team'],
      ['system:serviceaccount::x', undefined],
      ['somebody', undefined],
      [7, undefined],
    ])('of %j is %j', async (username, expected) => {
      answer = { status: { userInfo: { username } } };
      expect(await discovery.ownNamespace('build', signal)).toBe(expected);
    });

    it.each([null, {}, { status: 'x' }, { status: { userInfo: [] } }])(
      'is not known from %j',
      async odd => {
        answer = odd;
        expect(await discovery.ownNamespace('build', signal)).toBeUndefined();
      },
    );
  });
});
