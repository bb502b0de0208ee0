/**
 * Claim: whatever comes by mail, the intake goes on and loses nothing. `VERIFY_MAILS` malformed mails (1,000), most of them cut, flipped, nested beyond reason, in charsets that do not exist or in
 * no form at all, go one by one into one organisation. Each is a case, a message of one, or lies in quarantine byte for byte.
 */
import { createOrganisation } from '../packages/server/src/modules/organisation/index.ts';
import { countKept } from '../packages/server/src/modules/mail/incoming/count-kept.testing.ts';
import { malformedMails } from '../packages/server/src/modules/mail/incoming/malformed-mail.testing.ts';
import { takeMail } from '../packages/server/src/modules/mail/incoming/take-mail.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import { inside, throwAwayDatabase } from '../bench/throw-away-server.ts';

const wanted = Number(process.env.VERIFY_MAILS ?? 1000);
const seed = Number(process.env.VERIFY_SEED ?? Date.now() % 100_000);
const started = performance.now();

const database = await throwAwayDatabase();
try {
  const orgId = newId();
  await inside(database.root, orgId, (operation) =>
    createOrganisation(operation, { name: 'Mail', locale: 'zh', timeZone: 'Asia/Shanghai' }),
  );
  const mails = malformedMails(seed, wanted);
  let slowest = 0;
  for (const raw of mails) {
    const from = performance.now();
    const intake = { root: database.root, orgId, incoming: { type: 'request' as const, teamId: null }, own: [], now: new Date() };
    await takeMail(intake, { raw, size: raw.length });
    slowest = Math.max(slowest, performance.now() - from);
  }
  const { cases, messages, quarantined, lost } = await inside(database.root, orgId, (operation) => countKept(operation, mails));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${wanted} mails: ${cases} cases, ${messages} messages, ${quarantined} in quarantine, ${lost} lost; slowest ${slowest.toFixed(0)} ms, seed ${seed}, ${seconds} s`,
  );
  if (lost === 0) console.log('ok malformed mail stops nothing and is not lost');
  else console.log(`not ok mail-intake: ${lost} lost, seed ${seed}`);
  process.exitCode = lost === 0 ? 0 : 1;
} finally {
  await database.close();
}
