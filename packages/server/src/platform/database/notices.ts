import { Client, type ClientConfig } from 'pg';
import type { Login } from './connect.ts';

type Hearer = (payload: string) => void;

/** What other processes say by NOTIFY. One connection per process, opened when somebody first listens and again whenever it breaks; what is said meanwhile is lost. */
export interface Notices {
  listen(channel: string, hear: Hearer): Promise<void>;
  stop(): Promise<void>;
}

const patience = 1000;

export function openNotices(login: Login): Notices {
  const hearers = new Map<string, Hearer>();
  let client: Client | null = null;
  let stopped = false;
  let waiting: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const fresh = new Client({ ...login, application_name: 'zhiheng-notices' } satisfies ClientConfig);
    fresh.on('notification', ({ channel, payload = '' }) => hearers.get(channel)?.(payload));
    fresh.on('error', () => undefined);
    fresh.on('end', retry);
    await fresh.connect();
    for (const channel of hearers.keys()) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    client = fresh;
  }

  function retry(): void {
    client = null;
    if (stopped || waiting !== null) return;
    waiting = setTimeout(() => {
      waiting = null;
      void connect().catch(retry);
    }, patience).unref();
  }

  return {
    async listen(channel, hear) {
      hearers.set(channel, hear);
      if (client === null) await connect();
      else await client.query(`listen ${client.escapeIdentifier(channel)}`);
    },
    async stop() {
      stopped = true;
      if (waiting !== null) clearTimeout(waiting);
      await client?.end();
    },
  };
}
