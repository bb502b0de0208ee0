import type { NotificationSettings } from '@zhiheng/contract/notifications/notifications';
import { Checkbox, Select } from 'antd';
import { useId } from 'react';
import { m } from '../../paraglide/messages.js';
import styles from './notifications.module.css';

interface Props {
  readonly draft: NotificationSettings;
  readonly onChange: (draft: NotificationSettings) => void;
}

const usual = { from: '22:00', to: '07:00', urgentPasses: true } as const;
const gatherWords = {
  'at-once': m.notifications_gather_at_once,
  hourly: m.notifications_gather_hourly,
  daily: m.notifications_gather_daily,
} as const satisfies Record<NotificationSettings['gather'], () => string>;

/** When one is left alone, and which mail comes together. */
export function QuietFields({ draft, onChange }: Props) {
  const gatherId = useId();
  const { quiet, gather } = draft;
  return (
    <>
      <div className={styles.digest}>
        <label htmlFor={gatherId}>{m.notifications_gather()}</label>
        <Select<NotificationSettings['gather']>
          id={gatherId}
          style={{ width: 240, maxWidth: '100%' }}
          value={gather}
          options={(['at-once', 'hourly', 'daily'] as const).map((value) => ({ value, label: gatherWords[value]() }))}
          onChange={(next) => onChange({ ...draft, gather: next })}
        />
      </div>
      <fieldset className={styles.quietHours}>
        <legend>{m.notifications_quiet_title()}</legend>
        <Checkbox checked={quiet !== null} onChange={({ target }) => onChange({ ...draft, quiet: target.checked ? usual : null })}>
          {m.notifications_quiet_on()}
        </Checkbox>
        {quiet === null ? null : (
          <div className={styles.hours}>
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {end === 'from' ? m.notifications_quiet_from() : m.notifications_quiet_to()}
                <input
                  type="time"
                  required
                  value={quiet[end]}
                  onChange={({ target }) => onChange({ ...draft, quiet: { ...quiet, [end]: target.value } })}
                />
              </label>
            ))}
            <Checkbox
              checked={quiet.urgentPasses}
              onChange={({ target }) => onChange({ ...draft, quiet: { ...quiet, urgentPasses: target.checked } })}
            >
              {m.notifications_quiet_urgent()}
            </Checkbox>
          </div>
        )}
      </fieldset>
    </>
  );
}
