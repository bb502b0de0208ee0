import { languageOf, type Language } from '../segmentation/language-of.ts';
import { featuresOf } from './features.ts';
import type { SentimentModel } from './sentiment-model.ts';
import { shippedModel } from './shipped-model.ts';
import { scaleOf } from './train-classifier.ts';

/** How a text sounds. */
export interface Sentiment {
  readonly kind: 'sentiment';
  /** `unclear` when the probability lies between the limits of `method` */
  readonly polarity: 'positive' | 'negative' | 'unclear';
  /** that a person who must choose would call it positive */
  readonly probability: number;
  /** features of the text that the model knows, and all of them */
  readonly n: number;
  readonly features: number;
  readonly method: { readonly unclear: readonly [low: number, high: number]; readonly trainedOn: string };
}

/** Why a text has no sentiment here: it is in a language that the model was not trained on, has no letters, or nothing the model knows. */
export interface NoSentiment {
  readonly kind: 'undetermined';
  readonly reason: 'language' | 'no-words' | 'unknown-words';
  readonly language: Language;
}

const unclear = [0.3, 0.7] as const;

/**
 * Whether a Chinese text sounds positive or negative, by the shipped model or one of one's own. The model knows no neutral: of a text
 * without judgement (“请问几点开门”) the answer means nothing, so ask it for opinions only. For a text that praises one thing and blames another
 * ask it by clause (`clausesOf`). English and other languages have no sentiment here, and say so.
 * @example sentimentOf('味道很好，送餐也快，下次还来').polarity // 'positive'
 * @example sentimentOf('等了两个小时，菜都凉了，太差了').polarity // 'negative'
 * @example sentimentOf('The food was cold') // { kind: 'undetermined', reason: 'language', language: 'en' }
 * @example sentimentOf('😀😀') // { kind: 'undetermined', reason: 'no-words', language: 'none' }
 */
export function sentimentOf(text: string, model: SentimentModel = shippedModel()): Sentiment | NoSentiment {
  const language = languageOf(text);
  if (language === 'none') return { kind: 'undetermined', reason: 'no-words', language };
  if (language !== 'zh') return { kind: 'undetermined', reason: 'language', language };
  const features = featuresOf(text);
  const n = features.filter((feature) => model.weights[feature] !== 0).length;
  if (n === 0) return { kind: 'undetermined', reason: 'unknown-words', language };
  const probability = 1 / (1 + Math.exp(-logOdds(model, features)));
  const method = { unclear, trainedOn: model.trainedOn };
  return { kind: 'sentiment', polarity: polarityOf(probability), probability, n, features: features.length, method };
}

/**
 * The logarithm of the odds that a text with these features is positive.
 * @example logOdds(shippedModel(), featuresOf('难吃')) < 0 // true
 */
export function logOdds({ weights, unit, intercept }: SentimentModel, features: Int32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature]!;
  return sum * unit * scaleOf(features) + intercept;
}

function polarityOf(probability: number): Sentiment['polarity'] {
  if (probability < unclear[0]) return 'negative';
  return probability > unclear[1] ? 'positive' : 'unclear';
}
