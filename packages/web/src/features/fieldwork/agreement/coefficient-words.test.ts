import type { Coefficient } from '@zhiheng/contract/fieldwork/agreement';
import { expect, test } from 'vitest';
import { overwriteGetLocale } from '../../../paraglide/runtime.js';
import { verdictOf } from './coefficient-words.ts';

overwriteGetLocale(() => 'en');
type Kind = Extract<Coefficient, { state: 'known' }>['kind'];
const verdict = (kind: Kind, value: number) => verdictOf({ state: 'known', kind, value, low: null, high: null });

// Landis, Koch (1977), Biometrics 33:165: slight 0–.20, fair .21–.40, moderate .41–.60, substantial .61–.80, almost perfect .81–1.
test('kappa is judged by the bands of Landis and Koch', () => {
  expect([0.1, 0.3, 0.5, 0.7, 0.9].map((value) => verdict('kappa', value).word)).toEqual([
    'slight',
    'fair',
    'moderate',
    'substantial',
    'almost perfect',
  ]);
});

// Krippendorff (2004), Content Analysis, p. 241: rely on α ≥ .800, tentative conclusions for .667 ≤ α < .800.
test('alpha is judged by the limits of Krippendorff', () => {
  expect([0.5, 0.7, 0.8].map((value) => verdict('alpha', value).tone)).toEqual(['bad', 'near', 'good']);
});

// Koo, Li (2016), J Chiropr Med 15:155: poor below .5, moderate to .75, good to .9, excellent above.
test('intraclass correlations are judged by the bands of Koo and Li', () => {
  expect([0.4, 0.6, 0.8, 0.95].map((value) => verdict('icc2', value).word)).toEqual(['poor', 'moderate', 'good', 'excellent']);
});

test('less agreement than by chance is no slight agreement', () => {
  expect(verdict('kappa', -0.1)).toEqual({ tone: 'bad', word: 'less than by chance' });
});

test('too few sessions are no verdict', () => {
  expect(verdictOf({ state: 'insufficient', needed: 5 }).tone).toBe('idle');
  expect(verdictOf({ state: 'undetermined' }).tone).toBe('idle');
});
