import { furnish } from './furnish.ts';
import { startServer } from './start-server.ts';
import { inviteWithLook, lookName, looks, setUpOrganisation } from './set-up-organisation.ts';

/** One server for the run, with one organisation that has the IT service pack and its demo data, and a person for each look. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await startServer();
  const host = await setUpOrganisation(server, { demo: true });
  const sessions: Record<string, string> = {};
  for (const look of looks) sessions[lookName(look)] = (await inviteWithLook(server.url, host, look)).session;
  const places = await furnish(host);
  Object.assign(process.env, {
    E2E_URL: server.url,
    E2E_OPERATOR_KEY: server.operatorKey,
    E2E_SESSIONS: JSON.stringify(sessions),
    E2E_PLACES: JSON.stringify(places),
  });
  return () => server.stop();
}
