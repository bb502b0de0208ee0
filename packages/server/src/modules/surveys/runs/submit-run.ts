import { check } from '@zhiheng/forms/answers';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { submitRun as endpoint } from '@zhiheng/contract/surveys/runs';
import { invalid, invalidField } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { PublicCall } from '../../../platform/operation.ts';
import { findVersion, type FormVersion } from '../versions/form-of-version.ts';
import { faultsOf } from './answer-faults.ts';
import { demandOpen, isOpen } from './door-of.ts';
import { onWayAsItWas, type Way } from './find-way.ts';
import { givenOn } from './open-run.ts';
import { QuotaFull, replyBefore, storeAnswer } from './store-answer.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function submitRun(
  call: PublicCall,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<Reply<typeof endpoint>> {
  try {
    return await onWayAsItWas(call, params.token, async (operation, way) => {
      const { answers, trace } = body;
      const version = await findVersion(operation, way.surveyId, body.versionId);
      const language = languageOf(version, body.language);
      const submission = { version, answers, language, resume: hashOf(body.resume), trace, customerId: null };
      // Whoever did not hear the reply asks again; by then the door may be closed, but the answer came while it was open.
      const before = isOpen(way, call.now) ? null : await replyBefore(operation, way, submission);
      if (before !== null) return before;
      demandOpen(way, call.now);
      demandSound(way, version, body);
      return storeAnswer(operation, way, submission);
    });
  } catch (error) {
    if (error instanceof QuotaFull) return { state: 'quota-full', ending: null };
    throw error;
  }
}

function demandSound(way: Way, { form }: FormVersion, { answers, consent }: Body): void {
  if (form.consent && !consent) throw invalidField('consent', 'required');
  const faults = check(form, answers, givenOn(way), { complete: true });
  if (faults.length > 0) throw invalid(faultsOf(faults));
}

/** What a browser names that the form does not speak is answered in its first language. */
export const languageOf = ({ form: { languages } }: FormVersion, wanted: string): string =>
  languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
