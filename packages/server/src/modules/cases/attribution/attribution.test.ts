import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createSupplier } from '@zhiheng/contract/agreements/agreements';
import { breachAttribution } from '@zhiheng/contract/cases/attribution';
import { caseLedger } from '@zhiheng/contract/cases/cases';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { publishAgreement } from '../cases.factory.ts';
import { rebuildClocks } from '../index.ts';
import { dayOfMonth, monthNameOf, pastCase } from '../past-cases.factory.ts';

const server = useTestServer();
const opened = dayOfMonth(1, 10);
const named = (text: string) => ({ zh: text, en: text });

test('whose time used up a missed promise, and without whom it would have been kept', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: 8 * 3600 });
  const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: named('Desk') } });
  const supplier = await org.call(createSupplier, { body: { code: 'carrier', name: named('Carrier') } });
  const given = { opened, teamId: team.id, supplierId: supplier.id };
  const turns = [
    ['awaiting-supplier', 180],
    ['open', 480],
    ['resolved', 600],
  ] as const;
  const waited = await pastCase(server, org, { ...given, turns });
  const own = await pastCase(server, org, { ...given, turns: [['resolved', 720]] });
  await pastCase(server, org, { ...given, turns: [['resolved', 60]] });
  // The supplier's time counts: its wait is the house's risk.
  await sql`update agreement_version set definition = jsonb_set(definition, '{targets,0,pauses}', '[]') where org_id = ${org.orgId}`.execute(
    server.owner,
  );
  await sql`update business_calendar set updated_at = now() where org_id = ${org.orgId}`.execute(server.owner);
  await rebuildClocks(server.root, org.orgId);
  const { clocks } = await org.call(caseLedger, { params: { id: waited } });
  // Three hours at the desk, five at the supplier, due after eight; then two late ones at the desk. Without the supplier five would have been used.
  expect(clocks[0]?.breach).toMatchObject({
    breachedAt: new Date(opened.getTime() + 8 * 3_600_000).toISOString(),
    parties: [
      { kind: 'team', name: { en: 'Desk' }, seconds: 3 * 3600, lateSeconds: 2 * 3600, decisive: true },
      { kind: 'supplier', name: { en: 'Carrier' }, seconds: 5 * 3600, lateSeconds: 0, decisive: true },
    ],
  });
  const report = await org.call(breachAttribution, { query: { agreementId, month: monthNameOf(opened) } });
  expect(report).toMatchObject({
    ...{ breaches: 2, examined: 2, targets: [{ target: 'resolution', breaches: 2 }] },
    parties: [
      { kind: 'team', name: { en: 'Desk' }, seconds: 11 * 3600, lateSeconds: 6 * 3600, breaches: 2, decisive: 1 },
      { kind: 'supplier', name: { en: 'Carrier' }, seconds: 5 * 3600, lateSeconds: 0, breaches: 1, decisive: 1 },
    ],
  });
  const alone = await org.call(caseLedger, { params: { id: own } });
  expect(alone.clocks[0]?.breach?.parties).toMatchObject([{ seconds: 8 * 3600, lateSeconds: 4 * 3600, decisive: false }]);
  const before = await org.call(breachAttribution, { query: { agreementId, month: monthNameOf(dayOfMonth(2, 10)) } });
  expect(before).toMatchObject({ breaches: 0, parties: [], targets: [] });
});
