import type { Simulation, startSimulation as endpoint } from '@zhiheng/contract/cases/simulation';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { sql } from 'kysely';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { conflict, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readAgreementsInForce, requirePublishable } from '../../agreements/index.ts';
import { dateOf, secondsOf } from '../clock-rows.rules.ts';
import { firstOfMonths } from '../months/months-of.rules.ts';
import { readSimulation } from './simulation-row.ts';

/** Queues a simulation. The draft is kept with it, so that the result can be read when the draft has moved on. */
export const startSimulationWith =
  (jobs: Jobs) =>
  async (call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Simulation> => {
    const { agreementId, months } = body;
    const tried = await readTried(call, agreementId);
    const definition = body.definition ?? tried.draft ?? tried.published;
    if (definition === null) throw conflict('nothing_to_simulate');
    await requirePublishable(call, agreementId, { definition, ...(body.calendar && { calendar: body.calendar }) });
    const { zone } = await readAgreementsInForce(call);
    const id = newId();
    const from = dateOf(firstOfMonths(secondsOf(call.now), zone, months));
    await call.db
      .insertInto('simulation')
      .values({
        ...{ org_id: call.orgId, id, agreement_id: agreementId, definition: JSON.stringify(definition), zone },
        ...(body.calendar && { calendar_id: body.calendar.id, calendar_definition: JSON.stringify(body.calendar.definition) }),
        ...{ from_at: from, to_at: call.now, created_by: call.actor.id, created_at: call.now },
      })
      .execute();
    const entity = { kind: 'agreement', id: agreementId, label: tried.name.zh };
    await recordEvent(call, { type: 'simulation.started', entity, data: { simulationId: id, months } });
    call.afterCommit(() => jobs.send('simulate', { orgId: call.orgId, id }));
    return readSimulation(call, id);
  };

interface Tried {
  readonly name: { readonly zh: string };
  readonly draft: AgreementDefinition | null;
  readonly published: AgreementDefinition | null;
}

async function readTried({ db, orgId }: Call, id: string): Promise<Tried> {
  const { rows } = await sql<Tried>`
    select a.name, a.draft, v.definition as published from agreement a
    left join agreement_version v on v.org_id = ${orgId} and v.agreement_id = a.id and v.version = a.version
    where a.org_id = ${orgId} and a.id = ${id} and a.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('agreement');
  return row;
}
