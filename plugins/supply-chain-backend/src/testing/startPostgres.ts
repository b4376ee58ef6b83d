import { execFile, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import knex from 'knex';
import { freePort } from './freePort';
import { startProgram } from './startProgram';

const run = promisify(execFile);

export interface Postgres {
  /** `backend.database.connection` of an app-config. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
  };
  stop(): Promise<void>;
}

/** A PostgreSQL of one's own with nothing in it, gone with its data when stopped. `initdb`: where that program is. */
export async function startPostgres(initdb: string): Promise<Postgres> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const uid = otherThanRoot();
  if (uid !== undefined) await chown(folder, uid, uid);
  const data = join(folder, 'data');
  const connection = {
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: 'unused',
  };
  // For the length of a test: what a power cut would lose need not be written.
  await run(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-N'], {
    cwd: '/',
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const program = await startProgram({
    command: join(dirname(realpathSync(initdb)), 'postgres'),
    args: [
      ...['-D', data, '-p', String(port), '-k', folder],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    ],
    uid,
    stopSignal: 'SIGINT',
    async ready() {
      const database = knex({
        client: 'pg',
        connection: { ...connection, database: 'postgres' },
        // Refused until it listens: that is what we wait for.
        log: { error: () => {}, warn: () => {} },
      });
      try {
        await database.raw('select 1');
      } finally {
        await database.destroy();
      }
    },
  });
  return {
    connection,
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root: then as the user that Debian's package makes for it, or as nobody. */
function otherThanRoot(): number | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { status, stdout } = spawnSync('id', ['-u', 'postgres']);
  return status === 0 ? Number(String(stdout)) : 65_534;
}
