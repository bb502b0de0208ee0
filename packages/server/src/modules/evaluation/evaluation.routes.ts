import * as contract from '@zhiheng/contract/evaluation/scores';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { compareScores } from './compare-scores.ts';
import { createScorecard } from './create-scorecard.ts';
import { deleteScorecard } from './delete-scorecard.ts';
import { listScorecards } from './list-scorecards.ts';
import { readScores } from './read-scores.ts';
import { updateScorecard } from './update-scorecard.ts';

export function bindEvaluation(binder: Binder): void {
  bind(binder, contract.listScorecards, listScorecards);
  bind(binder, contract.createScorecard, createScorecard);
  bind(binder, contract.updateScorecard, updateScorecard);
  bind(binder, contract.deleteScorecard, deleteScorecard);
  bind(binder, contract.readScores, readScores);
  bind(binder, contract.compareScores, compareScores);
}
