import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresDialectConfig,
  type TransactionSettings,
} from 'kysely';

/** The organisation into which the next transaction of this call begins; emptied by that transaction. */
const entering = new AsyncLocalStorage<{ orgId: string | null }>();

export const beginningIn = <T>(orgId: string, begin: () => Promise<T>): Promise<T> => entering.run({ orgId }, begin);

/**
 * Begins a transaction and enters its organisation in one message to the database. `SET LOCAL` stays a statement of its own: a function would not
 * reach the workers of a distributed database.
 */
class OrganisationDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const entry = entering.getStore();
    if (entry === undefined || entry.orgId === null) return super.beginTransaction(connection, settings);
    const { orgId } = entry;
    entry.orgId = null;
    await connection.executeQuery(CompiledQuery.raw(`begin; set local app.org_id = '${orgId}'`));
  }
}

export class OrganisationDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new OrganisationDriver(this.#config);
  }
}
