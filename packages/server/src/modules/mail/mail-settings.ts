import { sql } from 'kysely';
import type { MailFailure, MailSettings, MailTexts } from '@zhiheng/contract/mail/mail';
import type { Operation } from '../../platform/operation.ts';
import { defaultTexts } from './default-texts.ts';

type Given<T> = Omit<NonNullable<T>, 'hasPassword' | 'health'>;
export type Outgoing = Given<MailSettings['outgoing']>;
export type Incoming = Given<MailSettings['incoming']>;

/** The settings as they are stored; an organisation without a row has none. */
export interface StoredSettings {
  readonly version: number;
  readonly outgoing: Outgoing | null;
  readonly incoming: Incoming | null;
  readonly outgoingPassword: string | null;
  readonly incomingPassword: string | null;
  readonly texts: MailTexts;
  readonly confirms: boolean;
  readonly sendingFailure: MailFailure | null;
  readonly sendingAt: Date | null;
  readonly receivingFailure: MailFailure | null;
  readonly receivingAt: Date | null;
  readonly receivesSince: Date | null;
  readonly folderValidity: string | null;
  readonly lastUid: number;
}

type Row = Omit<StoredSettings, 'texts'> & { readonly texts: Partial<MailTexts> };

const none: StoredSettings = {
  ...{ version: 0, outgoing: null, incoming: null, outgoingPassword: null, incomingPassword: null, texts: defaultTexts, confirms: true },
  ...{
    sendingFailure: null,
    sendingAt: null,
    receivingFailure: null,
    receivingAt: null,
    receivesSince: null,
    folderValidity: null,
    lastUid: 0,
  },
};

export async function readSettings({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StoredSettings> {
  const { rows } = await sql<Row>`
    select version, outgoing, incoming, outgoing_password as "outgoingPassword", incoming_password as "incomingPassword", texts, confirms,
      sending_failure as "sendingFailure", sending_at as "sendingAt", receiving_failure as "receivingFailure", receiving_at as "receivingAt",
      receives_since as "receivesSince", folder_validity as "folderValidity", last_uid as "lastUid"
    from mail_settings where org_id = ${orgId}`.execute(db);
  const [row] = rows;
  return row === undefined ? none : { ...row, texts: { ...defaultTexts, ...row.texts } };
}

/** What of them may be shown. */
export function shownSettings(stored: StoredSettings): MailSettings {
  const { version, outgoing, incoming, confirms, texts } = stored;
  const healthOf = (at: Date | null, failure: MailFailure | null) => (at === null ? null : { at: at.toISOString(), failure });
  const sending = { hasPassword: stored.outgoingPassword !== null, health: healthOf(stored.sendingAt, stored.sendingFailure) };
  const receiving = { hasPassword: stored.incomingPassword !== null, health: healthOf(stored.receivingAt, stored.receivingFailure) };
  return {
    ...{ version, confirms, texts },
    outgoing: outgoing === null ? null : { ...outgoing, ...sending },
    incoming: incoming === null ? null : { ...incoming, ...receiving },
  };
}
