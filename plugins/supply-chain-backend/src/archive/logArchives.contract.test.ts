import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '../clock/FakeClock';
import { findProgram } from '../testing/findProgram';
import { startPostgres, type Postgres } from '../testing/startPostgres';
import { ArchiveDatabase } from './ArchiveDatabase';
import { DatabaseLogArchive } from './DatabaseLogArchive';
import { FileLogArchive } from './testing/FileLogArchive';
import { logArchiveContract } from './testing/logArchiveContract';
import { postgresDatabase } from './testing/postgresDatabase';
import { sqliteDatabase, type TestDatabase } from './testing/sqliteDatabase';

jest.setTimeout(60_000);

const initdb = findProgram('initdb');
if (!initdb) {
  process.stderr.write(
    '\n*** NOT TESTED: the archive in PostgreSQL, because its initdb (Debian: postgresql) is not installed. ***\n\n',
  );
}

describe('logs in SQLite', () => {
  let database: TestDatabase;
  let archive: DatabaseLogArchive;
  beforeAll(() => {
    database = sqliteDatabase();
    archive = archiveIn(database);
  });
  afterAll(() => database.stop());

  logArchiveContract(async () => archive);
  leavesNothing(() => database);
});

(initdb ? describe : describe.skip)('logs in PostgreSQL', () => {
  let postgres: Postgres;
  let database: TestDatabase;
  let archive: DatabaseLogArchive;
  beforeAll(async () => {
    postgres = await startPostgres(initdb ?? '');
    database = await postgresDatabase(postgres, 'supply_chain');
    archive = archiveIn(database);
  });
  afterAll(async () => {
    await database?.stop();
    await postgres?.stop();
  });

  logArchiveContract(async () => archive);
  leavesNothing(() => database);
});

describe('logs in files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'log-archive-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  logArchiveContract(async () => new FileLogArchive(folder));
});

function archiveIn(database: TestDatabase): DatabaseLogArchive {
  return new DatabaseLogArchive(
    new ArchiveDatabase(database.service),
    new FakeClock(),
  );
}

/** After the contract, which prunes what it wrote under this key before each test. */
function leavesNothing(database: () => TestDatabase): void {
  it('has no chunk left that no log is made of', async () => {
    const { client } = database();
    const orphans = await client('archived_chunks').whereNotIn(
      'text_id',
      client('archived_texts').whereNotNull('key').select('id'),
    );
    expect(orphans).toEqual([]);
    expect(await client('archived_texts').whereNull('key')).toEqual([]);
  });
}
