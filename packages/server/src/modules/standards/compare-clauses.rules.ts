import { isDeepStrictEqual } from 'node:util';
import { clauseField, type Clause, type ClauseChange } from '@zhiheng/contract/standards/standards';

/**
 * What became of each clause, in the order of the later version; what was removed stands where it stood. A clause whose neighbours changed
 * places, but that says the same, is `moved`.
 *
 * @example compareClauses([], [{ code: 'greet', kind: 'attitude', text: { zh: '问候', en: 'Greet' }, indicators: [], checks: [] }]) // [{ code: 'greet', change: 'added' }]
 */
export function compareClauses(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.code, clause]));
  const kept = new Set(after.map(({ code }) => code));
  const resting = longestInOrder(
    before.map(({ code }) => code),
    after.map(({ code }) => code),
  );
  const changes = after.map((clause) => changeOf(old.get(clause.code) ?? null, clause, resting.has(clause.code)));
  for (const [at, clause] of before.entries()) {
    if (kept.has(clause.code)) continue;
    const previous = before.slice(0, at).map(({ code }) => code);
    const place = changes.findLastIndex(({ code }) => previous.includes(code)) + 1;
    changes.splice(place, 0, { code: clause.code, change: 'removed', fields: [], before: clause, after: null });
  }
  return changes;
}

function changeOf(before: Clause | null, after: Clause, resting: boolean): ClauseChange {
  const base = { code: after.code, before, after };
  if (before === null) return { ...base, change: 'added', fields: [] };
  const fields = clauseField.options.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  if (fields.length > 0) return { ...base, change: 'changed', fields };
  return { ...base, change: resting ? 'same' : 'moved', fields: [] };
}

/** The most codes that stand in the same order in both: the others were moved. Longest common subsequence. */
function longestInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((code, at) => [code, at]));
  const best: { at: number; chain: readonly string[] }[] = [];
  for (const code of after) {
    const at = place.get(code);
    if (at === undefined) continue;
    const longest = best
      .filter((one) => one.at < at)
      .reduce<readonly string[]>((most, { chain }) => (chain.length > most.length ? chain : most), []);
    best.push({ at, chain: [...longest, code] });
  }
  return new Set(best.reduce<readonly string[]>((most, { chain }) => (chain.length > most.length ? chain : most), []));
}
