// Trains the sentiment model from the open review sets, writes data/sentiment/model.gz, and writes into the README how well it judges
// reviews that were held out: npx tsx packages/text/training/train-sentiment.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  compressClassifier,
  encodeModel,
  featuresOf,
  outOfFoldScores,
  plattScaling,
  stratifiedFolds,
  trainClassifier,
} from '../src/sentiment/index.ts';
import { judge, judgementHead, judgementLine } from './judge-model.ts';
import { readReviews, reviewSets } from './review-sets.ts';

const home = join(import.meta.dirname, '..');
const reviews = reviewSets.flatMap(readReviews);
const trained = reviews.filter(({ heldOut }) => !heldOut);
const data = { rows: trained.map(({ text }) => featuresOf(text)), positive: trained.map(({ positive }) => positive) };

const scores = outOfFoldScores(data, stratifiedFolds(trained, 5, 20_261_121));
const calibration = plattScaling(scores, data.positive);
const model = compressClassifier(
  trainClassifier(data),
  calibration,
  `${trained.length} Chinese reviews of food delivery, hotels and goods`,
);
const file = gzipSync(encodeModel(model), { level: 9 });
writeFileSync(join(home, 'data/sentiment/model.gz'), file);

const lines = reviewSets.map((set) =>
  judgementLine(
    judge(
      model,
      reviews.filter((review) => review.set === set && review.heldOut),
      set,
    ),
  ),
);
const readme = join(home, 'README.md');
const [before = '', rest = ''] = readFileSync(readme, 'utf8').split('<!-- judged -->\n');
const after = rest.split('<!-- /judged -->')[1] ?? '';
writeFileSync(readme, `${before}<!-- judged -->\n${[...judgementHead, ...lines].join('\n')}\n<!-- /judged -->${after}`);
console.log(`${trained.length} reviews, slope ${calibration.slope.toFixed(3)}; model of ${Math.round(file.length / 1024)} KB`);
console.log([...judgementHead, ...lines].join('\n'));
