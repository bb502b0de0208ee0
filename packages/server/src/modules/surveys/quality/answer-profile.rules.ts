import { pearson } from '@zhiheng/stats/correlation';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import type { Form } from '@zhiheng/forms/definition';

type Scales = readonly (number | null)[];

/** What people usually find better and what worse: the means of items on one scale. */
export interface AnswerProfile {
  /** of the items, among the scale fields of the form */
  readonly places: readonly number[];
  readonly means: readonly number[];
  /** median agreement of people with the means of the others */
  readonly usual: number;
}

/** With fewer items chance turns the sign of an agreement too often. */
const fewestItems = 20;
const fewestPeople = 100;
/** Where people do not agree more than this, nothing can be said of one who does not. */
const clearest = 0.5;
/** So many answers by one way within an hour are looked at together. */
const fewestTogether = 20;

/**
 * How people answered until now; null where the form has too few items on one scale, too few have answered, or they hardly agree.
 *
 * Person-total correlation: Donlon, Fischer (1968), Educational and Psychological Measurement 28, 105–113; best of seven against answers made by a program in
 * Dupuis, Meier, Cuneo (2019), Behavior Research Methods 51, 2228–2237 (there as response coherence). A program that is tuned to a wanted alpha gives each
 * person a level and adds noise: its answers are as reliable as it likes and know nothing of what is good and bad here.
 */
export function profileOf(form: Form, answers: readonly Scales[]): AnswerProfile | null {
  const places = largestScale(form);
  if (places.length < fewestItems || answers.length < fewestPeople) return null;
  const sums = places.map((place) => sumsAt(answers, place));
  if (sums.some(({ n }) => n < fewestPeople / 2)) return null;
  const means = sums.map(({ n, sum }) => sum / n);
  const agreements = answers.flatMap((scales) => agreementWith({ places, means: meansWithout(sums, places, scales) }, scales) ?? []);
  const usual = agreements.toSorted((a, b) => a - b)[Math.floor(agreements.length / 2)];
  return usual === undefined || usual < clearest ? null : { places, means, usual };
}

/** Correlation of a person's answers with the means of the items; null when too few are answered, or all alike. */
export function agreementWith({ places, means }: Pick<AnswerProfile, 'places' | 'means'>, scales: Scales): number | null {
  const own: number[] = [];
  const others: number[] = [];
  for (const [item, place] of places.entries()) {
    const value = scales[place] ?? null;
    const mean = means[item];
    if (!isAnswer(value) || mean === undefined) continue;
    own.push(value);
    others.push(mean);
  }
  if (own.length < fewestItems) return null;
  const found = pearson(own, others);
  return found.kind === 'pearson' ? found.r : null;
}

/** Whether an answer goes against what people usually say, by itself or with others that came by the same way in the hour before. */
export function isOffProfile({ usual }: AnswerProfile, agreement: number, together: readonly number[]): boolean {
  if (agreement < 0) return true;
  if (together.length < fewestTogether || agreement >= usual) return false;
  return together.reduce((sum, value) => sum + value, 0) / together.length < usual / 2;
}

const isAnswer = (value: number | null): value is number => value !== null && value >= 0;

const remembered = new WeakMap<Form, readonly number[]>();

/** Places of the scale fields that share the commonest scale. */
function largestScale(form: Form): readonly number[] {
  const known = remembered.get(form);
  if (known !== undefined) return known;
  const places = new Map<string, number[]>();
  for (const [at, { min, max }] of scaleFieldsOf(form).entries()) places.set(`${min} ${max}`, [...(places.get(`${min} ${max}`) ?? []), at]);
  const [largest = []] = [...places.values()].sort((a, b) => b.length - a.length);
  remembered.set(form, largest);
  return largest;
}

interface ItemSum {
  readonly n: number;
  readonly sum: number;
}

function sumsAt(answers: readonly Scales[], place: number): ItemSum {
  const values = answers.map((scales) => scales[place] ?? null).filter(isAnswer);
  return { n: values.length, sum: values.reduce((sum, value) => sum + value, 0) };
}

/** A person does not agree with themselves by being one of the people. */
const meansWithout = (sums: readonly ItemSum[], places: readonly number[], scales: Scales): number[] =>
  sums.map(({ n, sum }, item) => {
    const value = scales[places[item] ?? -1] ?? null;
    return isAnswer(value) ? (sum - value) / (n - 1) : sum / n;
  });
