import type { CampaignFigure } from '@zhiheng/contract/campaigns/results';
import type { CampaignScope } from '@zhiheng/contract/campaigns/plan';
import type { Grade, ScoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { Operation } from '../../../platform/operation.ts';
import type { IndicatorRecord, RollupSum } from '../../measurement/index.ts';

/** Everything that figures of indicators are calculated from, as plain data that can be kept. */
export interface IndicatorInputs {
  readonly settings: ScoreSettings;
  /** the day whose limits judge */
  readonly lastDay: string;
  readonly definitions: readonly IndicatorRecord[];
  readonly sums: readonly StoredIndicatorSum[];
}

/** Sums in stored units, the histogram as pairs in the order of its buckets. */
interface StoredIndicatorSum extends Pick<RollupSum, 'indicatorId' | 'n' | 'nOk' | 'total' | 'squares' | 'low' | 'high'> {
  readonly histogram: readonly (readonly [number, number])[] | null;
}

/** A figure before it is judged. */
export type IndicatorFigure = Omit<CampaignFigure, 'key' | 'status' | 'score' | 'weight' | 'previous' | 'kind' | 'source'>;

export type ToJudge = Pick<CampaignFigure, 'value' | 'direction' | 'target' | 'warning' | 'critical' | 'sufficient' | 'weight'>;
export interface Judged {
  readonly figures: readonly Pick<CampaignFigure, 'status' | 'score'>[];
  readonly score: number | null;
  readonly coverage: number;
  readonly grade: Grade | null;
}

interface Wanted {
  readonly codes: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly scope: CampaignScope;
}

/** How indicators are calculated and figures judged: known to the module that stands above, and the same as on every other page. */
export interface IndicatorSource {
  /** Reads; what was put in the trash meanwhile still has its figures. */
  gather(operation: Operation, wanted: Wanted): Promise<IndicatorInputs>;
  /** Calculates from what was read and from nothing else. */
  workOut(inputs: IndicatorInputs, code: string): IndicatorFigure | null;
  judge(figures: readonly ToJudge[], settings: ScoreSettings): Judged;
}
