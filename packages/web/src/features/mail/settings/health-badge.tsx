import type { MailSettings } from '@zhiheng/contract/mail/mail';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { failureWords } from '../mail-words.ts';

interface Props {
  readonly health: NonNullable<MailSettings['outgoing']>['health'] | undefined;
  readonly on: boolean;
}

/** How it went the last time. */
export function HealthBadge({ health, on }: Props) {
  const format = useFormat();
  if (!on) return <StatusBadge tone="idle">{m.mail_health_off()}</StatusBadge>;
  if (health === null || health === undefined) return <StatusBadge tone="note">{m.mail_health_untried()}</StatusBadge>;
  if (health.failure === null) return <StatusBadge tone="good">{m.mail_health_good({ at: format.dateTime(health.at) })}</StatusBadge>;
  return <StatusBadge tone="bad">{failureWords[health.failure]()}</StatusBadge>;
}
