import { budgetShare } from './objective.ts';
import type { Count } from './series.ts';

/** What may still go wrong before the promise is broken. In occurrences or in slices, as the objective counts. */
export interface ErrorBudget {
  readonly allowed: number;
  readonly spent: number;
  /** negative when overspent */
  readonly left: number;
  /** left ÷ allowed, 1 for an untouched budget */
  readonly leftShare: number;
}

/**
 * The error budget: (1 − target) × total may be bad. `toCome` are slices of the window that lie in the future; they carry budget as
 * well. Nothing counted and nothing to come: no budget, `null`.
 * Source: Beyer et al. (2018), The Site Reliability Workbook, chapter 2.
 * @example errorBudget(0.999, { good: 43_180, total: 43_200 }) // { allowed: 43.2, spent: 20, left: 23.2…, leftShare: 0.5370… }
 */
export function errorBudget(target: number, { good, total }: Count, toCome = 0): ErrorBudget | null {
  const allowed = budgetShare(target) * (total + toCome);
  if (allowed === 0) return null;
  const spent = total - good;
  return { allowed, spent, left: allowed - spent, leftShare: 1 - spent / allowed };
}

/**
 * Seconds until the budget is gone when it goes on burning at this rate; 0 when it is gone, `null` when nothing burns.
 * A rate of 1 spends the whole budget in exactly one window.
 * @example timeToExhaustion({ leftShare: 1, rate: 14.4, window: 30 * 86_400 }) // 180000
 */
export function timeToExhaustion(burning: { readonly leftShare: number; readonly rate: number; readonly window: number }): number | null {
  if (burning.leftShare <= 0) return 0;
  return burning.rate > 0 ? (burning.leftShare * burning.window) / burning.rate : null;
}
