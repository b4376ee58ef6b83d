import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@supply-chain-view/backstage-plugin-supply-chain-backend',
  'migrations',
);

/**
 * The plugin's database, with its tables made on first use: a database that is down when the backend starts is tried again
 * with the next question, and holds up nothing but the archive.
 */
export class ArchiveDatabase {
  readonly #service: DatabaseService;
  #client: Promise<Knex> | undefined;

  constructor(service: DatabaseService) {
    this.#service = service;
  }

  async client(): Promise<Knex> {
    this.#client ??= this.#open();
    try {
      return await this.#client;
    } catch (error) {
      this.#client = undefined;
      throw error;
    }
  }

  async #open(): Promise<Knex> {
    const client = await this.#service.getClient();
    if (!this.#service.migrations?.skip) {
      await client.migrate.latest({ directory: MIGRATIONS });
    }
    return client;
  }
}
