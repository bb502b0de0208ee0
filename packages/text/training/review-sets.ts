// The open review sets that the sentiment model is trained and judged on. They stay outside the project: only trained weights come in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { sameTextKey, type Sample } from '../src/sentiment/index.ts';

const root = join(import.meta.dirname, '../../..');
/**
 * The folder of the data sets: REFERENCE_DATASETS, else beside the reference cases, which REFERENCE_CASES says or which lie beside the
 * project.
 */
export const reviewFolder = resolve(
  root,
  process.env.REFERENCE_DATASETS ?? join(process.env.REFERENCE_CASES ?? '../shared/reference/cases', '../datasets'),
);

export interface Review extends Sample {
  readonly set: ReviewSet;
  /** for judging only, never for training */
  readonly heldOut: boolean;
}

/** How the file of a set begins; the rest says which part of the set it is. */
const files = { waimai: 'zh_waimai_10k', hotel: 'zh_hotel_reviews', shopping: 'zh_online_shopping_10_cats' } as const;
export type ReviewSet = keyof typeof files;
export const reviewSets = ['waimai', 'hotel', 'shopping'] as const satisfies readonly ReviewSet[];

export function hasReviews(): boolean {
  return reviewSets.every((set) => fileOf(set) !== undefined);
}

function fileOf(set: ReviewSet): string | undefined {
  const names = existsSync(reviewFolder) ? readdirSync(reviewFolder) : [];
  return names.find((name) => name.startsWith(files[set]) && name.endsWith('.csv'));
}

/** The reviews of a set in file order; column `label` is 1 for positive. Reviews without a letter or digit are left out. */
export function readReviews(set: ReviewSet): Review[] {
  const text = readFileSync(join(reviewFolder, fileOf(set) ?? files[set]), 'utf8').replace(/^\ufeff/, '');
  const { data } = Papa.parse<{ label: string; review: string }>(text, { header: true, skipEmptyLines: true });
  return data
    .filter(({ review }) => sameTextKey(review) !== '')
    .map(({ label, review }) => ({ set, text: review, positive: label === '1', heldOut: isHeldOut(review) }));
}

const heldOutPercent = 15;

/**
 * By a hash of the text itself, so that duplicates, within a set or across sets, are on the same side (FNV-1a with MurmurHash3's last
 * steps).
 */
function isHeldOut(text: string): boolean {
  let mixed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(sameTextKey(text))) mixed = Math.imul(mixed ^ byte, 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % 100 < heldOutPercent;
}
