import type { readIndicatorReport } from '@zhiheng/contract/insight/board';
import type { Board } from '@zhiheng/contract/insight/board';
import type { breachAttribution } from '@zhiheng/contract/cases/attribution';
import type { ClockMonth } from '@zhiheng/contract/cases/clock-months';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { ObjectiveRow } from '@zhiheng/contract/monitoring/objectives';
import type { SurveyBreakdown, SurveyResults, SurveyTrend } from '@zhiheng/contract/surveys/results';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Change, Compared } from './changes.rules.ts';
import type { Frame } from './frame.rules.ts';

/** The page behind one indicator. */
export type Course = Reply<typeof readIndicatorReport>;

/** An agreement over the months up to the period, the oldest first, and whose time its missed promises used up in the last of them. */
export interface Promised {
  readonly id: string;
  readonly name: LocalText;
  readonly months: readonly ClockMonth[];
  readonly attribution: Reply<typeof breachAttribution> | null;
}

export interface Surveyed {
  readonly id: string;
  readonly results: SurveyResults;
  readonly trend: SurveyTrend;
  readonly breakdown: SurveyBreakdown;
}

export interface FoundIssue {
  readonly id: string;
  readonly number: string;
  readonly title: LocalText;
  readonly severity: string;
  readonly state: string;
  readonly times: number;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
}

export interface Improvement {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly dueOn: string;
  readonly actions: number;
  readonly done: number;
  readonly late: number;
}

/** Everything that a report is made of: answers of the functions that the screen asks, and nothing else. */
export interface Evidence {
  readonly frame: Frame;
  readonly organisation: string;
  readonly scopeName: LocalText;
  readonly board: Board;
  readonly compared: readonly Compared[];
  readonly changes: ReadonlyMap<string, Change>;
  readonly courses: readonly Course[];
  readonly promises: readonly Promised[];
  readonly objectives: readonly ObjectiveRow[];
  readonly surveys: readonly Surveyed[];
  readonly issues: readonly FoundIssue[];
  readonly improvements: readonly Improvement[];
}
