import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperateError } from './operate/manifest.ts';
import { backUp, backUpBeforeUpgrade } from './operate/back-up.ts';
import { restore } from './operate/restore.ts';
import { runningServer } from './operate/running-server.ts';
import { rebuildSessionObservations } from './modules/fieldwork/index.ts';
import { rebuildClocks, rebuildObservations } from './modules/cases/index.ts';
import { rebuildFollowUpObservations } from './modules/feedback/index.ts';
import { rebuildObjectives } from './modules/monitoring/index.ts';
import { rebuildRollups } from './modules/measurement/index.ts';
import { rebuildAnswerObservations, rebuildSurveySums } from './modules/surveys/index.ts';
import { readConfig, type Config } from './platform/config.ts';
import { openDatabase, openPool } from './platform/database/connect.ts';
import { examine } from './platform/database/doctor.ts';
import { openDatabaseServer, withClient, type OpenedDatabase } from './platform/database/open.ts';
import { livePid } from './platform/database/cluster.ts';
import { readSecrets } from './platform/installation.ts';

const root = process.env.ZHIHENG_ROOT ?? join(import.meta.dirname, '../../..');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Command = (database: OpenedDatabase, args: readonly string[], config: Config) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  async backup({ logins }, [folder], config) {
    const target = resolve(root, folder ?? join(config.dataFolder, 'backups', new Date().toISOString().replaceAll(/[:.]/g, '-')));
    if (existsSync(target)) throw new OperateError(`${target} exists already`);
    const manifest = await backUp(logins.owner, target);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${manifest.tables.length} tables, ${rows} rows written to ${target}`);
  },
  async restore({ logins }, args, config) {
    const folder = args.find((arg) => !arg.startsWith('--'));
    if (folder === undefined) throw new OperateError('which backup? restore <folder> [--replace]');
    if (runningServer(config.dataFolder) !== null) throw new OperateError('the server is running: stop it first');
    const manifest = await restore(logins.owner, resolve(root, folder), { replace: args.includes('--replace') });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${manifest.tables.length} tables, ${rows} rows are back as of ${manifest.createdAt}; every count agrees`);
  },
  async doctor({ logins }) {
    const pool = openPool(logins.app, 1);
    const ailments = await examine(pool);
    await pool.end();
    for (const ailment of ailments) say(`${ailment.code}: ${ailment.what}`);
    if (ailments.length > 0) throw new OperateError(`${ailments.length} holes in the wall between organisations`);
    say('the wall between organisations is whole');
  },
  async migrate({ migrated }) {
    say(migrated.length === 0 ? 'the schema is up to date' : `ran ${migrated.join(', ')}`);
  },
  async rebuild({ logins }) {
    const db = openDatabase(openPool(logins.app, 2));
    const organisations = await withClient(logins.owner, (owner) =>
      owner.query<{ org_id: string; name: string }>('select org_id, name from organisation'),
    );
    for (const { org_id, name } of organisations.rows) {
      await rebuildRollups(db, org_id);
      say(`${name}: rollups made again from the observations`);
      say(`${name}: clocks of ${await rebuildClocks(db, org_id)} cases made again from their events`);
      const { cases, changed } = await rebuildObservations(db, org_id);
      say(`${name}: figures of ${cases} cases and their days counted again, ${changed} were not as they should be`);
      say(`${name}: ${await rebuildObjectives(db, org_id)} objectives counted again from the observations`);
      await rebuildSurveySums(db, org_id);
      const flowed = await rebuildAnswerObservations(db, org_id);
      const followed = await rebuildFollowUpObservations(db, org_id);
      say(`${name}: figures of follow-ups counted again, ${followed} were not as they should be`);
      const rated = await rebuildSessionObservations(db, org_id);
      say(`${name}: scores of fieldwork counted again from the sheets, ${rated} were not as they should be`);
      say(`${name}: sums of surveys made again from their answers, ${flowed} of their figures were not as they should be`);
    }
    await db.destroy();
  },
};

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new OperateError(`commands: ${Object.keys(commands).join(', ')}`);
  const config = readConfig(process.env, root);
  // A database that runs already belongs to the server: it is used and left running.
  const adopted = config.databaseUrl === null && livePid(join(config.dataFolder, 'postgres')) !== null;
  const database = await openDatabaseServer(config, readSecrets(config.dataFolder), (logins) => backUpBeforeUpgrade(config, logins));
  try {
    await command(database, args, config);
  } finally {
    if (!adopted) await database.close();
  }
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  if (!(error instanceof OperateError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
