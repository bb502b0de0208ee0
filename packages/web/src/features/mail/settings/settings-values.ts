import type { CallInput } from '@zhiheng/contract/endpoint';
import type { MailSettings, updateMailSettings } from '@zhiheng/contract/mail/mail';

type Body = NonNullable<CallInput<typeof updateMailSettings>['body']>;
type Outgoing = NonNullable<Body['outgoing']>;
type Incoming = NonNullable<Body['incoming']>;

/** The form: what is switched off keeps its fields, so that switching on again loses nothing. */
export interface SettingsValues {
  readonly sends: boolean;
  readonly outgoing: Outgoing;
  readonly receives: boolean;
  readonly incoming: Incoming;
}

const nobody = { name: '', address: '' };
const newOutgoing: Outgoing = { host: '', port: 587, security: 'starttls', user: '', from: { zh: nobody, en: nobody } };
const newIncoming: Incoming = { host: '', port: 993, security: 'tls', user: '', folder: 'INBOX', type: 'request', teamId: null };

export const valuesOf = ({ outgoing, incoming }: MailSettings): SettingsValues => ({
  sends: outgoing !== null,
  outgoing: outgoing === null ? newOutgoing : withoutState(outgoing),
  receives: incoming !== null,
  incoming: incoming === null ? newIncoming : withoutState(incoming),
});

/** An empty password field leaves the stored one as it is. */
export const bodyOf = (values: SettingsValues, { version, confirms, texts }: MailSettings): Body => ({
  ...{ version, confirms, texts },
  outgoing: values.sends ? withPassword(values.outgoing) : null,
  incoming: values.receives ? withPassword(values.incoming) : null,
});

interface Account {
  readonly password?: string | undefined;
}

function withPassword<T extends Account>({ password, ...account }: T): Omit<T, 'password'> & Account {
  return password === undefined || password === '' ? account : { ...account, password };
}

export function withoutState<T extends { readonly hasPassword: boolean; readonly health: unknown }>(
  account: T,
): Omit<T, 'hasPassword' | 'health'> {
  const { hasPassword: _has, health: _health, ...kept } = account;
  return kept;
}
