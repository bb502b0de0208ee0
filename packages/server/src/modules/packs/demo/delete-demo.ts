import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { removeDemoCampaigns } from '../../campaigns/index.ts';
import { removeDemoCases } from '../../cases/index.ts';
import { removeDemoCustomers } from '../../customers/index.ts';
import { removeDemoSignals } from '../../diagnosis/index.ts';
import { removeDemoFeedback } from '../../feedback/index.ts';
import { removeDemoFieldwork } from '../../fieldwork/index.ts';
import { removeDemoFindings } from '../../findings/index.ts';
import { removeDemoProjects } from '../../improvement/index.ts';
import { recountObjectives, removeDemoProbes } from '../../monitoring/index.ts';
import { removeDemo } from '../../measurement/index.ts';
import { removeDemoSurveys } from '../../surveys/index.ts';

/** Deletes all demo data of the organisation; everything else stays as it is. */
export async function deleteDemo(call: Call): Promise<{ ok: true; observations: number }> {
  const { db, orgId } = call;
  // Cases first: whoever saves one holds it before its figures.
  await removeDemoCases(call);
  await removeDemoProbes(call);
  await removeDemoProjects(call);
  await removeDemoFindings(call);
  await removeDemoSignals(call);
  await removeDemoCampaigns(call);
  await removeDemoFeedback(call);
  await removeDemoFieldwork(call);
  await removeDemoSurveys(call);
  const observations = await removeDemo(call);
  await removeDemoCustomers(call);
  await recountObjectives(call);
  await db.updateTable('installed_pack').set({ demo_loaded_at: null }).where('org_id', '=', orgId).execute();
  if (observations > 0)
    await recordEvent(call, { type: 'demo.deleted', entity: { kind: 'organisation', id: orgId }, data: { observations } });
  return { ok: true, observations };
}
