/**
 * Claim: sentiment of Chinese food-delivery reviews is recognised with a macro F1 of at least 0.86 by five-fold cross-validation within
 * `zh_waimai_10k` alone: folds of equal share of positive reviews, duplicates together, every choice (cost, smoothing, threshold) made
 * inside the training folds. The shipped model is smaller than 1.5 MB and as good, on reviews it was not trained on, as its README says.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  classificationReport,
  featuresOf,
  outOfFoldScores,
  sameTextKey,
  scoreOf,
  shippedModel,
  stratifiedFolds,
  trainClassifier,
  type ClassificationReport,
  type TrainingOptions,
} from '../packages/text/src/sentiment/index.ts';
import { judge, judgementLine } from '../packages/text/training/judge-model.ts';
import { hasReviews, readReviews, reviewFolder, reviewSets, type Review } from '../packages/text/training/review-sets.ts';

const needed = 0.86;
const largestModel = 1_500_000;
const repeats = Number(process.env.VERIFY_REPEATS ?? 3);
const candidates: readonly TrainingOptions[] = [1, 3, 10].flatMap((cost) => [0.3, 1].map((smoothing) => ({ cost, smoothing, minimum: 2 })));

let failed = false;
function report(holds: boolean, text: string): void {
  failed ||= !holds;
  console.log(`${holds ? 'ok' : 'not ok'} ${text}`);
}

/** Rows with their answers, ready to train on. */
function dataOf(reviews: readonly Review[]) {
  return { rows: reviews.map(({ text }) => featuresOf(text)), positive: reviews.map(({ positive }) => positive) };
}

interface Choice {
  readonly options: TrainingOptions;
  readonly threshold: number;
  readonly macroF1: number;
}

/** The best settings by cross-validation inside the reviews given. */
function choose(reviews: readonly Review[], seed: number): Choice {
  const data = dataOf(reviews);
  const folds = stratifiedFolds(reviews, 4, seed);
  const choices = candidates.map((options) => {
    const scores = outOfFoldScores(data, folds, options);
    return { options, ...bestThreshold(scores, data.positive) };
  });
  return choices.reduce((best, each) => (each.macroF1 > best.macroF1 ? each : best));
}

function bestThreshold(scores: readonly number[], positive: readonly boolean[]): { threshold: number; macroF1: number } {
  const tried = Array.from({ length: 41 }, (_, i) => (i - 20) / 20);
  return tried
    .map((threshold) => ({
      threshold,
      macroF1: macroF1(
        classificationReport(
          positive,
          scores.map((score) => score > threshold),
        ),
      ),
    }))
    .reduce((best, each) => (each.macroF1 > best.macroF1 ? each : best));
}

const macroF1 = (found: ClassificationReport): number => found.macroF1 ?? 0;

function crossValidate(reviews: readonly Review[], seed: number): ClassificationReport {
  const folds = stratifiedFolds(reviews, 5, seed);
  const judged = Array<boolean>(reviews.length).fill(false);
  for (let fold = 0; fold < 5; fold++) {
    const training = reviews.filter((_, i) => folds[i] !== fold);
    const { options, threshold } = choose(training, seed + 1);
    const classifier = trainClassifier(dataOf(training), options);
    for (const [i, { text }] of reviews.entries()) if (folds[i] === fold) judged[i] = scoreOf(classifier, featuresOf(text)) > threshold;
  }
  return classificationReport(
    reviews.map(({ positive }) => positive),
    judged,
  );
}

const digits = (value: number | null): string => (value ?? 0).toFixed(4);

function describe({ n, macroF1: macro, positive, negative, accuracy }: ClassificationReport): string {
  return `macro F1 ${digits(macro)}, positive F1 ${digits(positive.f1)} (precision ${digits(positive.precision)}, recall ${digits(positive.recall)}), negative F1 ${digits(negative.f1)}, accuracy ${digits(accuracy)}, n ${n}`;
}

function checkCrossValidation(): void {
  const reviews = readReviews('waimai');
  for (let seed = 1; seed <= repeats; seed++) {
    const found = crossValidate(reviews, seed);
    report(macroF1(found) >= needed, `zh_waimai_10k alone, five-fold, seed ${seed}: ${describe(found)} (needed ${needed})`);
  }
}

/** What to expect of a trade that the model has never read: food delivery, judged by reviews of hotels and goods. */
function showTransfer(): void {
  const reviews = readReviews('waimai');
  const known = new Set(reviews.map(({ text }) => sameTextKey(text)));
  const others = [...readReviews('hotel'), ...readReviews('shopping')].filter(({ text }) => !known.has(sameTextKey(text)));
  const classifier = trainClassifier(dataOf(others));
  const found = classificationReport(
    reviews.map(({ positive }) => positive),
    reviews.map(({ text }) => scoreOf(classifier, featuresOf(text)) > 0),
  );
  console.log(`   zh_waimai_10k, trained on the other two sets only: ${describe(found)}`);
}

function checkShippedModel(): void {
  const home = join(import.meta.dirname, '../packages/text');
  const size = statSync(join(home, 'data/sentiment/model.gz')).size;
  report(size <= largestModel, `the shipped model has ${Math.round(size / 1024)} KB`);
  const readme = readFileSync(join(home, 'README.md'), 'utf8');
  for (const set of reviewSets) {
    const line = judgementLine(
      judge(
        shippedModel(),
        readReviews(set).filter(({ heldOut }) => heldOut),
        set,
      ),
    );
    report(readme.includes(line), `the README says of ${set} what the shipped model does: ${line}`);
  }
}

if (hasReviews()) {
  checkCrossValidation();
  checkShippedModel();
  showTransfer();
} else report(false, `no review sets in ${reviewFolder}: say where they are with REFERENCE_DATASETS`);
process.exitCode = failed ? 1 : 0;
