import { useMutation } from '@tanstack/react-query';
import {
  notificationKind,
  setNotificationSettings,
  type NotificationKind,
  type NotificationSettings,
  type ShownSettings,
} from '@zhiheng/contract/notifications/notifications';
import { Button, Checkbox, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../lib/call.ts';
import { toggled } from '../../lib/toggled.ts';
import { timeZonesByRegion } from '../../lib/time-zones.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useMe } from '../identity/index.ts';
import { kindWords } from './notice-words.ts';
import { QuietFields } from './quiet-fields.tsx';
import styles from './notifications.module.css';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const none = 'none';

const helpWords = {
  assigned: m.notifications_help_assigned,
  'team-case': m.notifications_help_team_case,
  mentioned: m.notifications_help_mentioned,
  'customer-replied': m.notifications_help_customer_replied,
  escalated: m.notifications_help_escalated,
  breached: m.notifications_help_breached,
  'follow-up-due': m.notifications_help_follow_up_due,
  'follow-up': m.notifications_help_follow_up,
  'action-assigned': m.notifications_help_action_assigned,
  'action-late': m.notifications_help_action_late,
  'campaign-told': m.notifications_help_campaign_told,
  'objective-alert': m.notifications_help_objective_alert,
  'webhook-off': m.notifications_help_webhook_off,
  automation: m.notifications_help_automation,
  digest: m.notifications_help_digest,
} as const satisfies Record<NotificationKind, () => string>;

/** What one wants to be told, and how. */
export function SettingsForm({ settings: { choosable, ...settings } }: { readonly settings: ShownSettings }) {
  const [draft, setDraft] = useState<NotificationSettings>(settings);
  const save = useMutation({
    mutationFn: () => call(setNotificationSettings, { body: draft }),
    meta: { showsError: true, done: m.shell_saved() },
  });
  const wish = (kind: NotificationKind, part: Partial<NotificationSettings['kinds'][NotificationKind]>) =>
    setDraft({ ...draft, kinds: { ...draft.kinds, [kind]: { ...draft.kinds[kind], ...part } } });
  return (
    <Card title={m.notifications_settings_title()} aside={m.notifications_settings_line()}>
      <table className={styles.wishes}>
        <thead>
          <tr>
            <th scope="col">{m.notifications_settings_what()}</th>
            <th scope="col">{m.notifications_settings_app()}</th>
            <th scope="col">{m.notifications_settings_mail()}</th>
            {choosable.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notificationKind.options.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {kindWords[kind]()}
                <span className={styles.help}>{helpWords[kind]()}</span>
              </th>
              {(['app', 'mail'] as const).map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${kindWords[kind]()}: ${way === 'app' ? m.notifications_settings_app() : m.notifications_settings_mail()}`}
                    checked={draft.kinds[kind][way]}
                    onChange={({ target }) => wish(kind, { [way]: target.checked })}
                  />
                </td>
              ))}
              {choosable.map(({ id, name }) => (
                <td key={id}>
                  <Checkbox
                    aria-label={`${kindWords[kind]()}: ${name}`}
                    checked={draft.kinds[kind].channels.includes(id)}
                    onChange={() => wish(kind, { channels: [...toggled(new Set(draft.kinds[kind].channels), id)] })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DigestFields draft={draft} onChange={setDraft} />
      <QuietFields draft={draft} onChange={setDraft} />
      <ProblemAlert error={save.error} />
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
        {m.shell_save()}
      </Button>
    </Card>
  );
}

interface FieldsProps {
  readonly draft: NotificationSettings;
  readonly onChange: (draft: NotificationSettings) => void;
}

function DigestFields({ draft, onChange }: FieldsProps) {
  const [hourId, zoneId] = [useId(), useId()];
  const zone = useMe().organisation.timeZone;
  return (
    <div className={styles.digest}>
      <label htmlFor={hourId}>{m.notifications_digest_hour()}</label>
      <Select<number | typeof none>
        id={hourId}
        style={{ width: 160 }}
        value={draft.digestHour ?? none}
        options={[{ value: none, label: m.notifications_digest_never() }, ...hours.map((value) => ({ value, label: hourText(value) }))]}
        onChange={(hour) => onChange({ ...draft, digestHour: hour === none ? null : hour })}
      />
      <label htmlFor={zoneId}>{m.notifications_digest_zone()}</label>
      <Select<string>
        id={zoneId}
        style={{ width: 240, maxWidth: '100%' }}
        showSearch
        value={draft.timeZone ?? none}
        options={[
          { value: none, label: m.notifications_digest_zone_of_house({ zone }) },
          ...[...timeZonesByRegion(new Date(), zone)].map(([label, zones]) => ({
            label,
            options: zones.map((one) => ({ value: one.zone, label: one.label })),
          })),
        ]}
        onChange={(chosen) => onChange({ ...draft, timeZone: chosen === none ? null : chosen })}
      />
    </div>
  );
}
