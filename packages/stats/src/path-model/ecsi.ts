import type { Path, PathModel } from './path-model.ts';

/** The constructs of the European Customer Satisfaction Index. */
export const ecsiConstructs = ['image', 'expectation', 'quality', 'value', 'satisfaction', 'complaints', 'loyalty'] as const;

/** One construct of the European Customer Satisfaction Index. */
export type EcsiConstruct = (typeof ecsiConstructs)[number];

/** Which construct acts on which in the European Customer Satisfaction Index. */
export const ecsiPaths: readonly Path[] = [
  { from: 'image', to: 'expectation' },
  { from: 'expectation', to: 'quality' },
  { from: 'expectation', to: 'value' },
  { from: 'quality', to: 'value' },
  { from: 'image', to: 'satisfaction' },
  { from: 'expectation', to: 'satisfaction' },
  { from: 'quality', to: 'satisfaction' },
  { from: 'value', to: 'satisfaction' },
  { from: 'satisfaction', to: 'complaints' },
  { from: 'image', to: 'loyalty' },
  { from: 'satisfaction', to: 'loyalty' },
  { from: 'complaints', to: 'loyalty' },
];

/**
 * The model of the European Customer Satisfaction Index over the columns (from 0) that measure its constructs. Source: Tenenhaus, Esposito
 * Vinzi, Chatelin and Lauro (2005), Computational Statistics & Data Analysis 48, 159–205, figure 2.
 * @example ecsiModel({ image: [0], expectation: [1], quality: [2], value: [3], satisfaction: [4], complaints: [5], loyalty: [6] }).paths.length // 12
 */
export function ecsiModel(indicators: Readonly<Record<EcsiConstruct, readonly number[]>>): PathModel {
  return { latents: ecsiConstructs.map((name) => ({ name, indicators: indicators[name] })), paths: ecsiPaths };
}
