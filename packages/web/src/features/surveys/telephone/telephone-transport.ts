import { enterResponse } from '@zhiheng/contract/surveys/responses';
import { endingOf } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import { call } from '../../../lib/call.ts';
import { faultOfCall } from '../../../lib/fault-of-call.ts';
import type { Transport } from '../../../runner/index.ts';
import type { Person } from './person-search.tsx';

interface Interviewed {
  readonly wayId: string;
  readonly person: Person;
  readonly form: Form;
  readonly given: Readonly<Record<string, string>>;
}

/** Where answers go that somebody gives by telephone: in the name of the interviewer who is signed in. No files come by this way. */
export function telephoneTransport({ wayId, person, form, given }: Interviewed): Transport {
  const { customerId, invitationId } = person;
  return {
    submit: async ({ answers, versionId, language, trace, resume }) => {
      const body = { answers, versionId, language, customerId, invitationId, seconds: trace.seconds, resume };
      const { state } = await call(enterResponse, { params: { id: wayId }, body }).catch(faultOfCall);
      return { state, ending: endingOf(form, answers, given)?.key ?? null };
    },
  };
}
