import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';

interface IndicatorDraft {
  readonly code: string;
  readonly measure: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: string;
  readonly aggregate: string;
  readonly formula: string | null;
  readonly plausible_min: number | null;
  readonly plausible_max: number | null;
  readonly limits: { readonly target: number; readonly warning: number; readonly critical: number } | null;
}

const plain: IndicatorDraft = {
  code: 'wait',
  measure: 'duration',
  unit: 'min',
  decimals: 0,
  direction: 'lower',
  aggregate: 'mean',
  formula: null,
  plausible_min: null,
  plausible_max: null,
  limits: { target: 30, warning: 45, critical: 60 },
};

const named = (code: string) => JSON.stringify({ zh: `${code}中`, en: code });

/** An indicator as tests need it; returns its id. */
export async function buildIndicator({ db, orgId }: Operation, overrides: Partial<IndicatorDraft> = {}): Promise<string> {
  const { limits, ...draft } = { ...plain, ...overrides };
  const id = newId();
  const texts = {
    name: named(draft.code),
    definition: named(draft.code),
    dimension: 'responsiveness',
    perspective: 'technical',
    period: 'month',
  };
  await db
    .insertInto('indicator')
    .values({ org_id: orgId, id, ...texts, ...draft })
    .execute();
  if (limits !== null)
    await db
      .insertInto('indicator_limits')
      .values({ org_id: orgId, indicator_id: id, version: 1, valid_from: '2000-01-01', ...limits })
      .execute();
  return id;
}

/** A team, site or segment; returns its id. */
export async function buildUnit({ db, orgId }: Operation, table: 'team' | 'site' | 'segment', code: string): Promise<string> {
  const id = newId();
  await db
    .insertInto(table)
    .values({ org_id: orgId, id, code, name: named(code) })
    .execute();
  return id;
}

export async function buildService({ db, orgId }: Operation, code: string): Promise<string> {
  const id = newId();
  await db
    .insertInto('service')
    .values({ org_id: orgId, id, code, name: named(code), type: 'desk', description: named(code) })
    .execute();
  return id;
}
