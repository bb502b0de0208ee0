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

const machines = /^(mailer-daemon|postmaster|double-bounce)@/i;
const noReply = /^(no-?_?reply|do-?not-?reply|donotreply|bounces?)([+._-][^@]*)?@/i;
const away =
  /^\s*((自动回复|自動回覆|自动答复|不在办公室)|(automatic reply|auto(matic)?[ -]?reply|autoreply|out of (the )?office)\s*[:：-])/i;

/** RFC 3834 and what programs did before and beside it. */
export function traitsOf(header: HeaderOf, { sender, subject }: { readonly sender: string; readonly subject: string }): Traits {
  const submitted = header('auto-submitted').toLowerCase().split(';')[0]?.trim() ?? '';
  const precedence = header('precedence').trim().toLowerCase();
  const nobody = header('return-path').trim() === '<>' || machines.test(sender);
  const bounce = /multipart\/report/i.test(header('content-type'))
    ? /delivery-status/i.test(header('content-type'))
    : nobody && machines.test(sender);
  const autoReply =
    submitted === 'auto-replied' ||
    precedence === 'auto_reply' ||
    header('x-autoreply') !== '' ||
    header('x-autorespond') !== '' ||
    away.test(subject);
  const automatic = autoReply || bounce || nobody || (submitted !== '' && submitted !== 'no') || precedence === 'junk';
  const listed = /^(bulk|list)$/.test(precedence) || header('list-id') !== '' || header('list-unsubscribe') !== '';
  return { automatic, autoReply, bounce, silent: automatic || listed || header('x-auto-response-suppress') !== '' || noReply.test(sender) };
}
