import { describe, expect, it } from 'vitest';
import { form as formSchema, type Form } from '@zhiheng/forms/definition';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import { seededRandom, normalDeviate } from '@zhiheng/stats/random';
import { alpha } from '@zhiheng/stats/reliability';
import { hasReference, kioskForm, readTable } from '../results/reference-surveys.factory.ts';
import { agreementWith, isOffProfile, profileOf, type AnswerProfile } from './answer-profile.rules.ts';

const both = (words: string) => ({ zh: words, en: words });
const formOf = (items: number, max = 7): Form =>
  formSchema.parse({
    languages: ['zh', 'en'],
    title: both('Items'),
    pages: [
      {
        key: 'p',
        questions: [
          {
            ...{ key: 'q', type: 'matrix', text: both('q'), scale: { min: 1, max } },
            rows: Array.from({ length: items }, (_, at) => ({ key: `r${at}`, text: both(`r${at}`) })),
          },
        ],
      },
    ],
  });

/** Answers of a program that wants a Cronbach's alpha: one factor, equal correlations, the level and spread of people. */
function tunedTo(
  wanted: number,
  { items, people, mean, spread }: Record<'items' | 'people' | 'mean' | 'spread', number>,
  seed: number,
): number[][] {
  const random = seededRandom(seed);
  const correlation = wanted / (items - wanted * (items - 1));
  return Array.from({ length: people }, () => {
    const level = Math.sqrt(correlation) * normalDeviate(random);
    return Array.from({ length: items }, () => {
      const value = Math.round(mean + spread * (level + Math.sqrt(1 - correlation) * normalDeviate(random)));
      return Math.min(7, Math.max(1, value));
    });
  });
}

describe.runIf(hasReference('datasets/kiosk_kservqual_kano_ipa_open.csv'))('answers of the kiosk survey', () => {
  const people = hasReference('datasets/kiosk_kservqual_kano_ipa_open.csv')
    ? readTable('kiosk_kservqual_kano_ipa_open.csv').map((row) => Array.from({ length: 24 }, (_, at) => Number(row[`E${at + 1}`])))
    : [];
  const flat = people.flat();
  const mean = flat.reduce((sum, value) => sum + value, 0) / flat.length;
  const programs = tunedTo(0.9, { items: 24, people: 600, mean, spread: 1.3 }, 20261121);
  const known = () => {
    const profile = profileOf(formOf(24), people);
    if (profile === null) throw new Error('people of the kiosk agree');
    return profile;
  };
  const shareOff = (profile: AnswerProfile, answers: readonly (readonly number[])[], together: readonly number[] = []) => {
    const agreements = answers.flatMap((one) => agreementWith(profile, one) ?? []);
    return agreements.filter((agreement) => isOffProfile(profile, agreement, together)).length / answers.length;
  };

  it('agree by 0.82 in the median, computed by numpy without the person', () => expect(known().usual).toBeCloseTo(0.82, 2));

  it('are hardly ever taken for those of a program, which are as reliable as it wanted', () => {
    const reliability = alpha(programs);
    expect(reliability.kind === 'alpha' && reliability.alpha).toBeCloseTo(0.9, 1);
    expect(shareOff(known(), people)).toBeLessThanOrEqual(0.05);
    expect(shareOff(known(), programs)).toBeGreaterThan(0.45);
  });

  it('differ from thirty of a program in one hour, nearly all of whom are found', () => {
    const profile = known();
    const agreementsOf = (answers: readonly (readonly number[])[]) => answers.flatMap((one) => agreementWith(profile, one) ?? []);
    const batches = Array.from({ length: 20 }, (_, at) => programs.slice(30 * at, 30 * at + 30));
    for (const batch of batches) expect(shareOff(profile, batch, agreementsOf(batch))).toBeGreaterThan(0.95);
    for (const batch of [people.slice(0, 30), people.slice(30, 60), people.slice(60, 90)])
      expect(shareOff(profile, batch, agreementsOf(batch))).toBeLessThan(0.1);
  });
});

describe('nothing is said', () => {
  const varied = (items: number, people: number) =>
    Array.from({ length: people }, (_, person) => Array.from({ length: items }, (_, item) => 1 + ((item + (person % 2)) % 7)));

  it('of few items, of few people, and where people do not agree', () => {
    expect(profileOf(formOf(20), varied(20, 100))).not.toBeNull();
    expect(profileOf(formOf(19), varied(19, 100))).toBeNull();
    expect(profileOf(formOf(20), varied(20, 99))).toBeNull();
    expect(profileOf(formOf(20), tunedTo(0.5, { items: 20, people: 200, mean: 4, spread: 1.5 }, 7))).toBeNull();
  });

  it('of somebody who answered little or always the same', () => {
    const profile = profileOf(formOf(20), varied(20, 100));
    if (profile === null) throw new Error('a profile was expected');
    expect(agreementWith(profile, Array(20).fill(4))).toBeNull();
    expect(
      agreementWith(profile, [
        ...Array(19)
          .fill(4)
          .map((value, at) => value - (at % 2)),
        null,
      ]),
    ).toBeNull();
    expect(
      agreementWith(profile, [
        ...Array(19)
          .fill(4)
          .map((value, at) => value - (at % 2)),
        -1,
      ]),
    ).toBeNull();
  });

  it('of items on another scale than most', () => {
    const form = formSchema.parse(kioskForm);
    const most = scaleFieldsOf(form).filter(({ min, max }) => min === 1 && max === 7).length;
    const answers = Array.from({ length: 120 }, (_, person) => scaleFieldsOf(form).map((_, item) => 1 + ((item + (person % 2)) % 5)));
    expect(profileOf(form, answers)?.places).toHaveLength(most);
  });
});
