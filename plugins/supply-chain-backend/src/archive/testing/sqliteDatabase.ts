import type { DatabaseService } from '@backstage/backend-plugin-api';
import knex, { type Knex } from 'knex';

export interface TestDatabase {
  readonly service: DatabaseService;
  readonly client: Knex;
  stop(): Promise<void>;
}

/** As Backstage opens it when nothing else is configured. With a file, others may open it too. */
export function sqliteDatabase(filename = ':memory:'): TestDatabase {
  const client = knex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: unknown, done: (error?: Error) => void) {
        (connection as { pragma(what: string): void }).pragma(
          'foreign_keys = ON',
        );
        done();
      },
    },
  });
  return {
    service: { getClient: async () => client },
    client,
    stop: () => client.destroy(),
  };
}
