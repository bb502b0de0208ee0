import { packAnswers, score, visible, type Answers, type Given } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import type { ResponseSubject } from '@zhiheng/contract/surveys/distributions';
import type { SurveySettings } from '@zhiheng/contract/surveys/surveys';

/** What is stored of answers, as far as the form alone decides it. */
export interface AnswerRow {
  readonly state: 'complete' | 'screened-out';
  /** in the order of the form's scale fields: null is not answered, −1 is not applicable */
  readonly scales: readonly (number | null)[];
  readonly rest: Answers;
  /** by measure, or measure.part */
  readonly scores: Readonly<Record<string, number>>;
  /** answers to the grouping questions, in their order; empty where there is none */
  readonly groups: readonly string[];
}

/** Checked answers as they are stored: without blanks and without what is hidden. */
export function answerRow(form: Form, answers: Answers, given: Given): AnswerRow {
  const { answers: counted, screenedOut } = visible(form, answers, given);
  const scores = score(form, counted).map(({ measure, part, value }) => [part === null ? measure : `${measure}.${part}`, value] as const);
  return {
    state: screenedOut === null ? 'complete' : 'screened-out',
    ...packAnswers(form, counted),
    scores: Object.fromEntries(scores),
    groups: form.groups.map((key) => groupAt(counted, key)),
  };
}

function groupAt(answers: Answers, key: string): string {
  const answer = answers[key];
  return typeof answer === 'string' ? answer : '';
}

interface Origin {
  readonly survey: Pick<SurveySettings, 'serviceId' | 'siteId' | 'teamId'>;
  readonly distribution: ResponseSubject;
  readonly invitation: ResponseSubject | null;
}

/** Where an answer belongs: what is said of the person goes before what is said of the way, and that before what is said of the survey. */
export function subjectOf({ survey, distribution, invitation }: Origin): ResponseSubject {
  const { serviceId, siteId, teamId } = survey;
  return firstOf(firstOf(invitation ?? unknown, distribution), { serviceId, siteId, teamId, segmentId: null });
}

const unknown: ResponseSubject = { serviceId: null, siteId: null, teamId: null, segmentId: null };

const firstOf = (before: ResponseSubject, behind: ResponseSubject): ResponseSubject => ({
  serviceId: before.serviceId ?? behind.serviceId,
  siteId: before.siteId ?? behind.siteId,
  teamId: before.teamId ?? behind.teamId,
  segmentId: before.segmentId ?? behind.segmentId,
});
