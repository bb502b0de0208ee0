/** What the headers of a mail say about who wrote it. */
export interface Traits {
  /** no person wrote it */
  readonly automatic: boolean;
  /** a machine answers that somebody is away, or that a mail arrived */
  readonly autoReply: boolean;
  /** nothing automatic may go back */
  readonly silent: boolean;
  /** tells what became of a mail of ours */
  readonly bounce: boolean;
}

export type HeaderOf = (name: string) => string;

interface Letter {
  readonly sender: string;
  readonly subject: string;
}

const machines = /^(mailer-daemon|postmaster|double-bounce)@/i;
const noReply = /^(no-?_?reply|do-?not-?reply|donotreply|bounces?)([+._-][^@]*)?@/i;
const away =
  /^\s*((自动回复|自動回覆|自动答复|不在办公室)|(automatic reply|auto(matic)?[ -]?reply|autoreply|out of (the )?office)\s*[:：-])/i;

/** RFC 3834 and what programs did before and beside it. */
export function traitsOf(header: HeaderOf, letter: Letter): Traits {
  const bounce = isBounce(header, letter);
  const autoReply = isAutoReply(header, letter);
  const automatic = bounce || autoReply || isAutomatic(header, letter);
  return { bounce, autoReply, automatic, silent: automatic || wantsSilence(header, letter) };
}

function isBounce(header: HeaderOf, { sender }: Letter): boolean {
  const type = header('content-type');
  return /multipart\/report/i.test(type) ? /delivery-status/i.test(type) : machines.test(sender);
}

/** `auto-replied; owner-email="…"` */
const submittedOf = (header: HeaderOf): string => header('auto-submitted').toLowerCase().replace(/;.*/s, '').trim();
const precedenceOf = (header: HeaderOf): string => header('precedence').trim().toLowerCase();

const isAutoReply = (header: HeaderOf, { subject }: Letter): boolean =>
  submittedOf(header) === 'auto-replied' ||
  precedenceOf(header) === 'auto_reply' ||
  ['x-autoreply', 'x-autorespond'].some((name) => header(name) !== '') ||
  away.test(subject);

const isAutomatic = (header: HeaderOf, { sender }: Letter): boolean =>
  !['', 'no'].includes(submittedOf(header)) ||
  precedenceOf(header) === 'junk' ||
  header('return-path').trim() === '<>' ||
  machines.test(sender);

const wantsSilence = (header: HeaderOf, { sender }: Letter): boolean =>
  ['bulk', 'list'].includes(precedenceOf(header)) ||
  ['list-id', 'list-unsubscribe', 'x-auto-response-suppress'].some((name) => header(name) !== '') ||
  noReply.test(sender);
