import type { cancelSimulation as endpoint, Simulation } from '@zhiheng/contract/cases/simulation';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readSimulation } from './simulation-row.ts';

/** Stops a simulation before its next batch. */
export async function cancelSimulation(operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Simulation> {
  const { db, orgId, now } = operation;
  const { state, agreementId, agreementName } = await readSimulation(operation, params.id);
  const result = await db
    .updateTable('simulation')
    .set({ state: 'cancelled', finished_at: now, tally: null })
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw conflict('simulation_is_over', { state });
  await db.deleteFrom('simulated_case').where('org_id', '=', orgId).where('simulation_id', '=', params.id).execute();
  const entity = { kind: 'agreement', id: agreementId, label: agreementName.zh };
  await recordEvent(operation, { type: 'simulation.cancelled', entity, data: { simulationId: params.id } });
  return readSimulation(operation, params.id);
}
