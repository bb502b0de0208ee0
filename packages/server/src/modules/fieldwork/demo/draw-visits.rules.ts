import { check, type Answers } from '@zhiheng/forms/answers';
import type { PackDemoStudy } from '@zhiheng/contract/packs/pack-fieldwork';
import { drawAnswers } from '../../surveys/index.ts';
import { scoreSheet, type SheetScores } from '../sheets/score-sheet.rules.ts';

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** Where made-up visits are made, by codes, and how good it is there. */
export interface DemoPlace {
  readonly service: string;
  readonly team?: string | undefined;
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
  readonly quality: number;
}

/** The seeded problem: where, and in how many of the last months. */
export interface DemoProblem {
  readonly where: { readonly [K in 'service' | 'team' | 'site' | 'segment']?: string | undefined };
  readonly lastMonths: number;
}

export interface DrawnVisit {
  readonly place: DemoPlace;
  readonly at: Date;
  /** one for each rater, in their order */
  readonly sheets: readonly (SheetScores & { readonly answers: Answers })[];
}

interface Drawing {
  readonly places: readonly DemoPlace[];
  readonly problem: DemoProblem;
  readonly random: Random;
  readonly now: Date;
}

const monthLength = 30.4375 * 86_400_000;
const mood = 0.72;
const drop = 0.24;
/** how far two raters of the same visit differ */
const opinion = 0.08;

/** Visits to every place, the oldest first; each rater sees the same visit a little differently. */
export function drawVisits({ form, raters, drawn }: PackDemoStudy, { places, problem, random, now }: Drawing): DrawnVisit[] {
  if (drawn === undefined) return [];
  const months = Array.from({ length: drawn.months }, (_, at) => drawn.months - 1 - at);
  return months
    .flatMap((ago) => places.flatMap((place) => Array.from({ length: drawn.per_place }, () => ({ ago, place }))))
    .map(({ ago, place }): DrawnVisit => {
      const isHit = ago < problem.lastMonths && isWithin(place, problem.where);
      const visit = mood + place.quality - (isHit ? drop : 0) + 0.1 * (random() - 0.5);
      const at = new Date(now.getTime() - (ago + 0.05 + 0.9 * random()) * monthLength);
      const sheets = raters.flatMap(() => {
        const answers = drawAnswers(form, visit + opinion * (random() - 0.5), random);
        return check(form, answers, {}, { complete: true }).length > 0 ? [] : [{ answers, ...scoreSheet(form, answers) }];
      });
      return { place, at, sheets };
    })
    .filter(({ sheets }) => sheets.length === raters.length)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const isWithin = (place: DemoPlace, where: DemoProblem['where']): boolean =>
  (['service', 'team', 'site', 'segment'] as const).every((part) => where[part] === undefined || where[part] === place[part]);
