import { sentimentOf, type SentimentModel } from '@zhiheng/text/sentiment';
import { languageOf, type Language } from '@zhiheng/text/segmentation';
import type { Polarity } from '@zhiheng/contract/feedback/feedback-kinds';
import type { Operation } from '../../../platform/operation.ts';
import { matcherOf, type WordedTheme } from './match-themes.rules.ts';
import { modelOf } from './model-in-use.ts';
import { readThemes } from './read-themes.ts';

/** What can be said of a text without a person. */
export interface Judgement {
  readonly language: Language;
  readonly themeIds: readonly string[];
  /** null: nobody can tell */
  readonly polarity: Polarity | null;
  readonly probability: number | null;
}

export type Judge = (text: string) => Judgement;

/** Dictionary and model are read when the first text is judged, not before. */
export async function loadJudge(operation: Operation): Promise<Judge> {
  const themes = await readThemes(operation);
  return judgeBy(themes, await modelOf(operation));
}

export function judgeBy(themes: readonly WordedTheme[], model: SentimentModel | null): Judge {
  const themesIn = matcherOf(themes);
  return (text) => {
    const sentiment = model === null ? sentimentOf(text) : sentimentOf(text, model);
    const known = sentiment.kind === 'sentiment';
    return {
      language: languageOf(text),
      themeIds: themesIn(text),
      polarity: known ? sentiment.polarity : null,
      probability: known ? sentiment.probability : null,
    };
  };
}
