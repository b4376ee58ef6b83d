import {
  apiErrorAnswerSchema,
  type BuildView,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { hasLog } from '../logs/hasLog';
import { findProgram } from '../testing/findProgram';
import { startPostgres, type Postgres } from '../testing/startPostgres';
import { postgresDatabase } from './testing/postgresDatabase';
import { startArchived, until, type Archived } from './testing/startArchived';
import { startGate, type Gate } from './testing/startGate';

jest.setTimeout(180_000);

const initdb = findProgram('initdb');
if (!initdb) {
  process.stderr.write(
    '\n*** NOT TESTED: a PostgreSQL that goes away and comes back, because its initdb (Debian: postgresql) is not installed. ***\n\n',
  );
}

const statesOf = (messages: readonly LogMessage[]) =>
  messages.flatMap(message =>
    message.type === 'archive-state' ? message.state : [],
  );

(initdb ? describe : describe.skip)(
  'a PostgreSQL that goes away in the middle',
  () => {
    let postgres: Postgres;
    let gate: Gate;
    let chain: Archived;

    beforeAll(async () => {
      postgres = await startPostgres(initdb ?? '');
      gate = await startGate(postgres.connection.port);
      const connection = { ...postgres.connection, port: gate.port };
      const database = await postgresDatabase(
        { ...postgres, connection },
        'supply_chain',
      );
      chain = await startArchived({ database, demo: { speed: 20 } });
    });
    afterAll(async () => {
      await chain?.stop();
      await gate?.shut();
      await postgres?.stop();
    });

    const ended = async () =>
      (await chain.withPods()).filter(({ phase }) =>
        ['succeeded', 'failed'].includes(phase.kind),
      );

    async function push(): Promise<BuildView> {
      const before = await chain.withPods();
      const known = new Set(before.map(({ ref }) => ref.name));
      const { workload } = before.find(each => each.workload) ?? {};
      const { namespace = '', name = '' } = workload ?? {};
      await chain.demo.world.push(`${namespace}/${name}`);
      const after = await chain.withPods();
      const build = after.find(
        ({ ref }) => !known.has(ref.name) && ref.namespace === namespace,
      );
      if (!build) throw new Error('The push made no build');
      return build;
    }

    it('costs nobody a live log, is said, and what ended meanwhile is archived when it is back', async () => {
      const [old] = await ended();
      if (!old) throw new Error('No build has ended');
      await chain.settled(await ended());

      await gate.shut();
      const build = await push();
      const step = build.steps.find(hasLog)?.name ?? '';
      await until(async () => statesOf(await chain.follow(build)).length > 0);
      const live = await chain.follow(build);
      expect(statesOf(live)).toEqual(['failing']);
      expect(live.at(-1)).toEqual({ type: 'end', resume: false });
      const text = await chain.bytes(chain.logsPath(build, `?step=${step}`));
      expect(text.equals(await chain.kubectl(build, step))).toBe(true);

      // Archived before, and not to be had now: that is said, and not that it is gone.
      chain.deletePod(old);
      await until(async () => !(await chain.view(old.ref)).pod?.present);
      const response = await chain.fetch(chain.logsPath(old));
      const { error } = apiErrorAnswerSchema.parse(await response.json());
      expect(error.code).toBe('archive-unavailable');

      await gate.open();
      await chain.settled([build]);
      expect(statesOf(await chain.follow(build))).toEqual([]);
      chain.deletePod(build);
      await until(async () => !(await chain.view(build.ref)).pod?.present);
      const kept = await chain.bytes(chain.logsPath(build, `?step=${step}`));
      expect(kept.equals(text)).toBe(true);
      expect((await chain.follow(old)).at(-1)).toEqual({
        ...{ type: 'end', resume: false },
      });
    });
  },
);
