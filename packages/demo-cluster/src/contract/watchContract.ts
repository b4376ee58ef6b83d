import type { ContractStream } from './ContractClient.ts';
import type { ContractRoom } from './ContractRoom.ts';
import { workloads } from './workloads.ts';

interface WatchEvent {
  readonly type: string;
  readonly object: {
    readonly kind?: string;
    readonly metadata: {
      readonly name?: string;
      readonly resourceVersion: string;
      readonly annotations?: Record<string, string>;
    };
  };
}

export function watchContract(room: () => ContractRoom): void {
  describe('watches', () => {
    const streams: ContractStream[] = [];
    const watch = async (query: string, accept?: string) => {
      const stream = await room().client.stream(
        `${workloads.collection(room())}?watch=true&timeoutSeconds=30&${query}`,
        accept ? { accept } : {},
      );
      streams.push(stream);
      return stream;
    };
    const next = async (stream: ContractStream) =>
      (await stream.next()) as unknown as WatchEvent | undefined;
    const seen = (event: WatchEvent | undefined) => [
      event?.type,
      event?.object.metadata.name,
    ];
    const remove = async (name: string) =>
      room().client.send('DELETE', workloads.path(room(), name));
    const version = async () => {
      const list = (
        await room().client.get(
          `${workloads.collection(room())}?labelSelector=none`,
        )
      ).json();
      return (list.metadata as { resourceVersion: string }).resourceVersion;
    };

    beforeAll(async () => {
      await room().client.send('DELETE', workloads.collection(room()));
    });
    afterEach(() => {
      for (const stream of streams.splice(0)) stream.close();
    });

    it('tells what happens after a version, in order', async () => {
      const stream = await watch(`resourceVersion=${await version()}`);
      const made = await workloads.create(room(), 'seen');
      await workloads.patch(room(), 'seen', {
        metadata: { labels: { a: 'b' } },
      });
      await remove('seen');
      expect(seen(await next(stream))).toEqual(['ADDED', 'seen']);
      expect(seen(await next(stream))).toEqual(['MODIFIED', 'seen']);
      const gone = await next(stream);
      expect(seen(gone)).toEqual(['DELETED', 'seen']);
      expect(Number(gone?.object.metadata.resourceVersion)).toBeGreaterThan(
        Number(made.metadata.resourceVersion),
      );
    });

    it('tells what was missed since a version', async () => {
      const from = await version();
      await workloads.create(room(), 'missed');
      await remove('missed');
      const stream = await watch(`resourceVersion=${from}`);
      expect(seen(await next(stream))).toEqual(['ADDED', 'missed']);
      expect(seen(await next(stream))).toEqual(['DELETED', 'missed']);
    });

    it('shows an object that enters or leaves a selector as added or deleted', async () => {
      const stream = await watch(
        `labelSelector=side%3Dleft&resourceVersion=${await version()}`,
      );
      await workloads.create(room(), 'mover', { labels: { side: 'right' } });
      await workloads.patch(room(), 'mover', {
        metadata: { labels: { side: 'left' } },
      });
      await workloads.patch(room(), 'mover', {
        metadata: { labels: { side: 'right' } },
      });
      await remove('mover');
      await workloads.create(room(), 'mover-end', { labels: { side: 'left' } });
      expect(seen(await next(stream))).toEqual(['ADDED', 'mover']);
      const left = await next(stream);
      expect(seen(left)).toEqual(['DELETED', 'mover']);
      expect(left?.object.metadata).toMatchObject({ labels: { side: 'left' } });
      expect(seen(await next(stream))).toEqual(['ADDED', 'mover-end']);
      await remove('mover-end');
    });

    it('watches one object by its name', async () => {
      const stream = await watch(
        `fieldSelector=metadata.name%3Dwanted&resourceVersion=${await version()}`,
      );
      await workloads.create(room(), 'unwanted');
      await workloads.create(room(), 'wanted');
      expect(seen(await next(stream))).toEqual(['ADDED', 'wanted']);
      await remove('unwanted');
      await remove('wanted');
    });

    describe('with something there already', () => {
      beforeAll(async () => {
        await workloads.create(room(), 'there-1');
        await workloads.create(room(), 'there-2');
      });
      afterAll(async () => {
        await remove('there-1');
        await remove('there-2');
      });

      it.each(['', 'resourceVersion=0'])(
        'begins with the state: "%s"',
        async query => {
          const stream = await watch(query);
          expect(seen(await next(stream))).toEqual(['ADDED', 'there-1']);
          expect(seen(await next(stream))).toEqual(['ADDED', 'there-2']);
          await workloads.create(room(), 'later');
          expect(seen(await next(stream))).toEqual(['ADDED', 'later']);
          await remove('later');
        },
      );

      it('marks the end of the initial events', async () => {
        const stream = await watch(
          'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
        );
        expect(seen(await next(stream))).toEqual(['ADDED', 'there-1']);
        expect(seen(await next(stream))).toEqual(['ADDED', 'there-2']);
        expect(await next(stream)).toEqual({
          type: 'BOOKMARK',
          object: {
            kind: 'Workload',
            apiVersion: 'carto.run/v1alpha1',
            metadata: {
              resourceVersion: expect.stringMatching(/^\d+$/),
              annotations: { 'k8s.io/initial-events-end': 'true' },
            },
          },
        });
      });

      it('goes on after the initial events, and can be taken up where they ended', async () => {
        const stream = await watch(
          'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
        );
        await next(stream);
        await next(stream);
        const end = await next(stream);
        await workloads.create(room(), 'after');
        expect(seen(await next(stream))).toEqual(['ADDED', 'after']);
        const resumed = await watch(
          `allowWatchBookmarks=true&resourceVersion=${end?.object.metadata.resourceVersion}`,
        );
        expect(seen(await next(resumed))).toEqual(['ADDED', 'after']);
        await remove('after');
      });

      it('ends initial events at once where there is nothing', async () => {
        const stream = await watch(
          'labelSelector=none&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
        );
        expect(await next(stream)).toMatchObject({
          type: 'BOOKMARK',
          object: {
            metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
          },
        });
      });

      it('watches in Table form, the columns once', async () => {
        const stream = await watch(
          '',
          'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
        );
        const first = await stream.next();
        expect(first).toMatchObject({
          type: 'ADDED',
          object: {
            kind: 'Table',
            columnDefinitions: expect.any(Array),
            rows: [{ cells: expect.arrayContaining(['there-1']) }],
          },
        });
        expect(await stream.next()).toMatchObject({
          object: { kind: 'Table', columnDefinitions: null },
        });
      });

      it('watches metadata alone', async () => {
        const stream = await watch(
          '',
          'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json',
        );
        const first = await stream.next();
        expect(first).toMatchObject({
          object: {
            kind: 'PartialObjectMetadata',
            metadata: { name: 'there-1' },
          },
        });
        expect(first?.object).not.toHaveProperty('spec');
      });
    });

    it('ends after timeoutSeconds, with a bookmark shortly before', async () => {
      const stream = await room().client.stream(
        `${workloads.collection(
          room(),
        )}?watch=true&timeoutSeconds=4&allowWatchBookmarks=true&resourceVersion=${await version()}`,
      );
      const lines = [];
      for (let line = await stream.next(); line; line = await stream.next())
        lines.push(line);
      expect(lines.every(line => line.type === 'BOOKMARK')).toBe(true);
    });

    it('says in the stream that a version is forgotten', async () => {
      const stream = await watch('resourceVersion=1');
      expect(stream.status).toBe(200);
      expect(await stream.next()).toMatchObject({
        type: 'ERROR',
        object: {
          kind: 'Status',
          code: 410,
          reason: 'Expired',
          message: expect.stringMatching(
            /^too old resource version: 1 \(\d+\)$/,
          ),
        },
      });
      expect(await stream.next()).toBeUndefined();
    });

    it('is silent about the future', async () => {
      const stream = await room().client.stream(
        `${workloads.collection(
          room(),
        )}?watch=true&timeoutSeconds=1&resourceVersion=99999999`,
      );
      expect(stream.status).toBe(200);
      await workloads.create(room(), 'unseen');
      await remove('unseen');
      expect(await stream.next()).toBeUndefined();
    });

    it('takes no nonsense for a version', async () => {
      const answer = await room().client.get(
        `${workloads.collection(room())}?watch=true&resourceVersion=abc`,
      );
      expect(answer.status).toBe(500);
      expect(answer.json()).toMatchObject({
        kind: 'Status',
        message:
          'resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
      });
    });

    it('wants sendInitialEvents with a match', async () => {
      const answer = await room().client.get(
        `${workloads.collection(room())}?watch=true&sendInitialEvents=true`,
      );
      expect(answer.status).toBe(422);
      expect(answer.json()).toMatchObject({
        message: expect.stringContaining(
          'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
        ),
      });
    });
  });
}
