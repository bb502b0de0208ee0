export { classificationReport, type AnswerQuality, type ClassificationReport } from './classification-report.ts';
export { featuresOf, featureSpace } from './features.ts';
export { plattScaling, type Calibration } from './platt-scaling.ts';
export { sameTextKey, type Sample } from './sample.ts';
export { compressClassifier, decodeModel, encodeModel, type SentimentModel } from './sentiment-model.ts';
export { logOdds, sentimentOf, type NoSentiment, type Sentiment } from './sentiment-of.ts';
export { shippedModel } from './shipped-model.ts';
export { stratifiedFolds } from './stratified-folds.ts';
export { outOfFoldScores, scoreOf, trainClassifier, type Classifier, type TrainingOptions, type TrainingRows } from './train-classifier.ts';
