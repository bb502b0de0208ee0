import { gunzipSync } from 'node:zlib';
import { readBytes } from '../read-data.ts';
import { decodeModel, type SentimentModel } from './sentiment-model.ts';

let loaded: SentimentModel | undefined;

/**
 * The model that comes with the package, read at the first call (about 30 ms, 4 MB). It is made by `training/train-sentiment.ts`; how good
 * it is stands in the README.
 * @example shippedModel().weights.length // 4194304
 */
export function shippedModel(): SentimentModel {
  loaded ??= decodeModel(gunzipSync(readBytes('sentiment/model.gz')));
  return loaded;
}
