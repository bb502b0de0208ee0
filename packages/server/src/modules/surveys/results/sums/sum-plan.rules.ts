import type { Form } from '@zhiheng/forms/definition';
import { blocksOf, keyOfBlock, sizeOfBlock, type Block } from './block.rules.ts';

/** A block and where its numbers begin. */
export interface Place {
  readonly block: Block;
  readonly at: number;
  readonly size: number;
}

/** Which sums of the answers to one form are kept, and where each stands in their row of numbers. */
export interface SumPlan {
  readonly form: Form;
  readonly places: readonly Place[];
  readonly byKey: ReadonlyMap<string, Place>;
  readonly size: number;
}

/** Raised when the same form would be summed up otherwise: what is stored is then made again. */
export const sumLayout = 1;

const plans = new WeakMap<Form, SumPlan>();

/** The plan of a form, made once for each form object. */
export function planOf(form: Form): SumPlan {
  const known = plans.get(form);
  if (known !== undefined) return known;
  const made = makePlan(form);
  plans.set(form, made);
  return made;
}

function makePlan(form: Form): SumPlan {
  const places: Place[] = [];
  let at = 0;
  for (const block of blocksOf(form)) {
    const size = sizeOfBlock(block);
    places.push({ block, at, size });
    at += size;
  }
  return { form, places, byKey: new Map(places.map((place) => [keyOfBlock(place.block), place])), size: at };
}

/** Sums of one version as the newer one's plan has them; what the older one never counted stays zero. */
export function translateSums(from: SumPlan, to: SumPlan, sums: Float64Array): Float64Array {
  if (from === to) return sums;
  const translated = new Float64Array(to.size);
  for (const [key, { at, size }] of to.byKey) {
    const source = from.byKey.get(key);
    if (source !== undefined) translated.set(sums.subarray(source.at, source.at + size), at);
  }
  return translated;
}

/** Adds to sums in place. */
export function addSums(into: Float64Array, more: Float64Array): void {
  if (into.length !== more.length) throw new RangeError(`sums of different forms: ${into.length} and ${more.length} numbers`);
  for (const [i, value] of more.entries()) into[i] = (into[i] ?? 0) + value;
}

/** Takes away from sums in place. */
export function subtractSums(from: Float64Array, less: Float64Array): void {
  if (from.length !== less.length) throw new RangeError(`sums of different forms: ${from.length} and ${less.length} numbers`);
  for (const [i, value] of less.entries()) from[i] = (from[i] ?? 0) - value;
}

/** Sums as they are stored: doubles, lowest byte first. Whole numbers up to 2⁵³ are exact. */
export function encodeSums(sums: Float64Array): Buffer {
  const bytes = Buffer.alloc(sums.length * 8);
  for (const [i, value] of sums.entries()) bytes.writeDoubleLE(value, i * 8);
  return bytes;
}

/** Stored sums. Throws RangeError for bytes that are no whole number of doubles. */
export function decodeSums(bytes: Uint8Array): Float64Array {
  if (bytes.byteLength % 8 !== 0) throw new RangeError(`no sums: ${bytes.byteLength} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, i) => view.getFloat64(i * 8, true));
}
