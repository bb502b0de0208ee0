import { sql } from 'kysely';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { examineFormula, lockFormulas } from './formulas.ts';

/** A formula comes back only with everything that it reads. */
export async function restoreIndicator(operation: Operation, id: string): Promise<void> {
  const restored = await operation.db
    .updateTable('indicator')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning(['code', 'formula', sql<string>`name ->> 'zh'`.as('label')])
    .executeTakeFirst();
  if (restored === undefined) throw notFound('indicator');
  if (restored.formula !== null) await demandInputs(operation, restored.formula, restored.code);
  await recordEvent(operation, { type: 'indicator.restored', entity: { kind: 'indicator', id, label: restored.label } });
}

async function demandInputs(operation: Operation, formula: string, code: string): Promise<void> {
  await lockFormulas(operation);
  const examined = await examineFormula(operation, formula, code);
  if (examined.kind === 'invalid') throw conflict('formula_input_missing', examined.params);
}
