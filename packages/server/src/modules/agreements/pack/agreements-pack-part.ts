import type { z } from 'zod';
import { packAgreements } from '@zhiheng/contract/packs/pack-agreements';
import type { Operation } from '../../../platform/operation.ts';
import { countDecisions, planInstall, type InstallPlan, type PackPart } from '../../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../../platform/record-event.ts';
import { expandAgreement, foldAgreement, isPortable, storedDefinition, type AgreementContent } from './expand-agreement.rules.ts';
import { explainedAgreement } from './explained-agreement.rules.ts';
import { readCodes, type Codes } from './read-codes.ts';
import { readStandingAgreements } from './read-standing-agreements.ts';
import { installSuppliers, readSuppliers } from './install-suppliers.ts';

/** `agreements.yaml`: agreements and the suppliers that they bind. What a pack changes is the next version, from now on. */
export const agreementsPackPart: PackPart<'agreements.yaml', z.infer<typeof packAgreements>> = {
  kind: 'agreements.yaml',
  schema: packAgreements,
  async install(operation, pack, content) {
    const suppliers = await installSuppliers(operation, pack, content.suppliers);
    const codes = await readCodes(operation);
    const plan = planInstall(pack, await readStandingAgreements(operation, codes), content.agreements.map(expandAgreement));
    await writeAgreements(operation, { pack, codes }, plan);
    const events = plan.write.map(({ id, decision, content: agreement }): EventDraft => {
      const type = decision === 'added' ? 'agreement.created' : 'agreement.published';
      return { type, entity: { kind: 'agreement', id, label: agreement.name.zh }, data: { pack } };
    });
    await recordEvents(operation, events);
    return countDecisions([...suppliers, ...plan.decisions.values()]);
  },
  async export(operation) {
    const codes = await readCodes(operation);
    const standing = await readStandingAgreements(operation, codes);
    const inUse = standing.filter(({ deleted, published, content }) => published && !deleted && isPortable(content.definition));
    const suppliers = (await readSuppliers(operation)).filter((row) => !row.deleted).map((row) => row.content);
    return { suppliers, agreements: inUse.flatMap((row) => explainedAgreement(row.content, codes)).map(foldAgreement) };
  },
};

/** What a pack brings first holds for all that was there before, so that history can be judged by it. */
const everSince = new Date('2000-01-01T00:00:00Z');

interface Bringing {
  readonly pack: string;
  readonly codes: Codes;
}

async function writeAgreements(operation: Operation, { pack, codes }: Bringing, plan: InstallPlan<AgreementContent>): Promise<void> {
  const { db, orgId, actor, now } = operation;
  for (const { id, hash, decision, content } of plan.write) {
    const { code, kind, team, supplier } = content;
    const row = { name: JSON.stringify(content.name), pack, pack_hash: hash, updated_at: now };
    const party = { team_id: idOrNull(codes.team, team), supplier_id: idOrNull(codes.supplier, supplier) };
    const { version } = await db
      .insertInto('agreement')
      .values({ org_id: orgId, id, code, kind, version: 1, ...party, ...row })
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
          ...{ ...row, ...party, kind },
          ...{ version: eb('agreement.version', '+', 1), revision: eb('agreement.revision', '+', 1) },
        })),
      )
      .returning('version')
      .executeTakeFirstOrThrow();
    const definition = storedDefinition(content.definition, codes.toId);
    await db
      .insertInto('agreement_version')
      .values({
        ...{ org_id: orgId, agreement_id: id, version, calendar_id: definition.calendarId, definition: JSON.stringify(definition) },
        ...{ effective_from: decision === 'added' ? everSince : now, published_at: now, published_by: actor.accountId },
      })
      .execute();
  }
}

const idOrNull = (ids: ReadonlyMap<string, { readonly id: string }>, code: string | undefined): string | null =>
  code === undefined ? null : (ids.get(code)?.id ?? null);
