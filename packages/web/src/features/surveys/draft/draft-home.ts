import type { Form } from '@zhiheng/forms/definition';
import { getSurvey, saveSurvey, type Survey } from '@zhiheng/contract/surveys/surveys';
import { call } from '../../../lib/call.ts';
import type { SendDraft } from '../../../lib/draft-saver.ts';
import { queryClient } from '../../../lib/query-client.ts';
import { surveyQuery } from '../surveys.query.ts';

/** A form as it was read. */
export interface Drafted {
  readonly id: string;
  readonly form: Form;
  readonly version: number;
}

/** Where a form that is written in the builder comes from and goes to: a survey, the guide of a study. */
export interface DraftHome {
  readonly draft: Drafted;
  readonly send: SendDraft<Form>;
  /** what is there now */
  readonly read: () => Promise<Drafted>;
}

export const homeOfSurvey = (survey: Survey): DraftHome => ({
  draft: survey,
  send: async (form, version) => {
    const saved = await call(saveSurvey, { params: { id: survey.id }, body: { version, form } });
    queryClient.setQueryData(surveyQuery(survey.id).queryKey, saved);
    return saved;
  },
  read: () => call(getSurvey, { params: { id: survey.id } }),
});
