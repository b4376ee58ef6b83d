import { findProgram } from '../../testing/findProgram';
import { startPostgres, type Postgres } from '../../testing/startPostgres';
import { postgresDatabase } from './postgresDatabase';
import { sqliteDatabase, type TestDatabase } from './sqliteDatabase';

const initdb = findProgram('initdb');

/** The same tests in SQLite and in PostgreSQL, which has to be installed: else they are left out with a word. */
export function eachDatabase(
  what: string,
  tests: (open: () => Promise<TestDatabase>) => void,
): void {
  describe(`${what}, in SQLite`, () => {
    let opened: TestDatabase[] = [];
    afterEach(async () => {
      await Promise.all(opened.splice(0).map(each => each.stop()));
      opened = [];
    });
    tests(async () => {
      const database = sqliteDatabase();
      opened.push(database);
      return database;
    });
  });

  if (!initdb) {
    process.stderr.write(
      `\n*** NOT TESTED: ${what} in PostgreSQL, because its initdb (Debian: postgresql) is not installed. ***\n\n`,
    );
  }
  (initdb ? describe : describe.skip)(`${what}, in PostgreSQL`, () => {
    let postgres: Postgres;
    const opened: TestDatabase[] = [];
    beforeAll(async () => {
      postgres = await startPostgres(initdb ?? '');
    }, 60_000);
    afterEach(async () => {
      await Promise.all(opened.splice(0).map(each => each.stop()));
    });
    afterAll(() => postgres?.stop());
    let schemas = 0;
    tests(async () => {
      schemas += 1;
      const database = await postgresDatabase(postgres, `test_${schemas}`);
      opened.push(database);
      return database;
    });
  });
}
