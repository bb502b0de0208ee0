import { email, password } from '@zhiheng/contract/identity/sign-in';
import type { setUp } from '@zhiheng/contract/packs/packs';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { fieldProblems } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';

/** What the set-up asks for; `pack` null means: start empty. */
export interface Draft {
  readonly organisation: string;
  readonly timeZone: string;
  readonly pack: string | null;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly demo: boolean;
}
export type DraftField = keyof Draft;

export const steps = ['organisation', 'pack', 'administrator', 'demo'] as const;
export type Step = (typeof steps)[number];

/** Where the server's complaint about a field of the request belongs. */
const fieldOfPath: Readonly<Record<string, readonly [Step, DraftField]>> = {
  organisation: ['organisation', 'organisation'],
  timeZone: ['organisation', 'timeZone'],
  pack: ['pack', 'pack'],
  'administrator.name': ['administrator', 'name'],
  'administrator.email': ['administrator', 'email'],
  'administrator.password': ['administrator', 'password'],
};

interface Complaint {
  readonly step: Step;
  readonly field: DraftField;
  readonly words: string;
}

/** The server's first complaint about a field, with the step where the field is; null when it speaks of none. */
export function complaintOf(error: unknown): Complaint | null {
  for (const [path, words] of fieldProblems(error)) {
    const place = fieldOfPath[path];
    if (place !== undefined) return { step: place[0], field: place[1], words };
  }
  return null;
}

type Problems = ReadonlyMap<DraftField, string>;

const checks: Readonly<Record<Step, (draft: Draft) => readonly (readonly [DraftField, string] | null)[]>> = {
  organisation: (draft) => [draft.organisation.trim() === '' ? ['organisation', m.shell_setup_organisation_missing()] : null],
  pack: () => [],
  administrator: (draft) => [
    draft.name.trim() === '' ? ['name', m.shell_setup_name_missing()] : null,
    email.safeParse(draft.email).success ? null : ['email', m.shell_setup_email_wrong()],
    password.safeParse(draft.password).success ? null : ['password', m.shell_setup_password_short()],
  ],
  demo: () => [],
};

/** What is still missing on a step, in words. */
export const problemsOf = (step: Step, draft: Draft): Problems => new Map(checks[step](draft).filter((problem) => problem !== null));

type Body = NonNullable<CallInput<typeof setUp>['body']>;
export const bodyOf = (draft: Draft, token: string, locale: 'zh' | 'en'): Body => ({
  token,
  organisation: draft.organisation,
  locale,
  timeZone: draft.timeZone,
  pack: draft.pack,
  demo: draft.pack !== null && draft.demo,
  administrator: { email: draft.email, name: draft.name, password: draft.password },
});

export function emptyDraft(): Draft {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { organisation: '', timeZone, pack: null, name: '', email: '', password: '', demo: true };
}
