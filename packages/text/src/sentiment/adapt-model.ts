import { featuresOf } from './features.ts';
import { logisticRegression } from './logistic-regression.ts';
import type { Sample } from './sample.ts';
import { compressClassifier, type SentimentModel } from './sentiment-model.ts';
import { logOdds } from './sentiment-of.ts';
import { scaleOf } from './train-classifier.ts';

/** Cost of a wrong correction against the squared change of the weights: large enough that one correction is heard at once. */
const cost = 20;

/**
 * A model that has learnt from corrections: the smallest change of its weights that makes the corrected texts likely, by logistic
 * regression on top of what the model says already. A text that shares nothing with the corrections is judged as before. No corrections:
 * the model as it is. The given model is not changed.
 * @example adaptModel(shippedModel(), []) === shippedModel() // true
 * @example const adapted = adaptModel(shippedModel(), [{ text: '没有想象中那么差', positive: true }]);
 * logOdds(adapted, featuresOf('没有想象中那么差')) > logOdds(shippedModel(), featuresOf('没有想象中那么差')) // true
 */
export function adaptModel(model: SentimentModel, corrections: readonly Sample[]): SentimentModel {
  if (corrections.length === 0) return model;
  const features = corrections.map(({ text }) => featuresOf(text));
  const names = [...new Set(features.flatMap((row) => [...row]))];
  const columns = new Map(names.map((name, column) => [name, column]));
  const rows = features.map((row) => Int32Array.from(row, (feature) => columns.get(feature) ?? 0));
  const change = logisticRegression(
    { rows, columns: names.length, positive: corrections.map(({ positive }) => positive) },
    {
      values: new Float64Array(names.length).fill(1),
      scales: Float64Array.from(rows, scaleOf),
      offsets: Float64Array.from(features, (row) => logOdds(model, row)),
      constant: 0,
      cost,
    },
  );
  const weights = new Map<number, number>();
  for (const [feature, weight] of model.weights.entries()) if (weight !== 0) weights.set(feature, weight * model.unit);
  for (const [column, name] of names.entries()) weights.set(name, (weights.get(name) ?? 0) + change.weights[column]!);
  return compressClassifier(
    { weights, intercept: model.intercept },
    { slope: 1, intercept: 0 },
    `${model.trainedOn}; ${corrections.length} corrections`,
  );
}
