import knex from 'knex';
import type { Postgres } from '../../testing/startPostgres';
import type { TestDatabase } from './sqliteDatabase';

/** A schema of its own in a PostgreSQL, as plugins have it with `pluginDivisionMode: schema`. */
export async function postgresDatabase(
  { connection }: Postgres,
  schema: string,
): Promise<TestDatabase> {
  const client = knex({
    client: 'pg',
    connection: { ...connection, database: 'postgres' },
    searchPath: [schema],
    pool: { min: 0, max: 10 },
    // What tests break on purpose is no news.
    log: { error: () => {}, warn: () => {} },
  });
  await client.raw(`create schema if not exists ${schema}`);
  return {
    service: { getClient: async () => client },
    client,
    stop: () => client.destroy(),
  };
}
