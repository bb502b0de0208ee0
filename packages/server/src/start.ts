import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { buildApp } from './app.ts';
import { startWorkers } from './modules.ts';
import type { Config } from './platform/config.ts';
import { biLogins } from './platform/database/bi-logins.ts';
import { openDatabase, openPool, warnOfLostConnection } from './platform/database/connect.ts';
import { examine } from './platform/database/doctor.ts';
import { openNotices } from './platform/database/notices.ts';
import { openDatabaseServer } from './platform/database/open.ts';
import { newSecret } from './platform/identifier.ts';
import { readSecrets, sealingSecrets } from './platform/installation.ts';
import { createSealer } from './platform/sealed/sealer.ts';
import { startJobs } from './platform/jobs/jobs.ts';
import { backUpBeforeUpgrade } from './operate/back-up.ts';
import { announceServer, refuseSecondServer } from './operate/running-server.ts';

export interface RunningServer {
  readonly url: string;
  /** where the first organisation is set up; null when there is one */
  readonly setupUrl: string | null;
  stop(): Promise<void>;
}

/** Starts the whole server: database, migrations, examination, jobs, HTTP. Refuses to serve through a wall with a hole. */
export async function startServer(config: Config): Promise<RunningServer> {
  await refuseSecondServer(config.dataFolder);
  const secrets = readSecrets(config.dataFolder);
  const database = await openDatabaseServer(config, secrets, (logins) => backUpBeforeUpgrade(config, logins));
  const pool = openPool(database.logins.app, 12);
  const ailments = await examine(pool);
  if (ailments.length > 0) throw new Error(`the database is not safe to serve: ${ailments.map((a) => `${a.code} (${a.what})`).join(', ')}`);
  const root = openDatabase(pool);
  const jobs = await startJobs(database.logins.queue, warnOfLostConnection);
  const installed = await sql<{ founded: boolean }>`select any_organisation() as founded`.execute(root);
  const setupToken = installed.rows[0]?.founded === true ? null : newSecret();
  const notices = openNotices(database.logins.app);
  const sealer = createSealer(sealingSecrets(config, secrets));
  const installation = { operatorKey: secrets.operatorKey, setupToken };
  const platform = { config, root, jobs, notices, installation, sealer, biLogins: biLogins(database.administrator) };
  const app = await buildApp(platform);
  const stopWorkers = await startWorkers(platform);
  await app.listen({ port: config.port, host: config.host });
  const url = config.publicUrl ?? `http://${config.host}:${(app.server.address() as AddressInfo).port}`;
  const withdraw = announceServer(config.dataFolder, url);
  return {
    url,
    setupUrl: setupToken === null ? null : `${url}/setup#${setupToken}`,
    async stop() {
      withdraw();
      await app.close();
      await stopWorkers();
      await jobs.stop();
      await notices.stop();
      await root.destroy();
      await database.close();
    },
  };
}
