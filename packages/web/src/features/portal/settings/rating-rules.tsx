import type { RatingRule } from '@zhiheng/contract/cases/ratings';
import { Form, InputNumber, Select, Switch } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { typeWords } from '../portal-words.ts';
import styles from './settings.module.css';

/** For which cases a rating is asked, when, and what a low one leads to: a row for each kind. */
export function RatingRules({ rules }: { readonly rules: readonly RatingRule[] }) {
  return (
    <>
      <p className={styles.help}>{m.portal_settings_ratings_help()}</p>
      <div className={styles.scroll}>
        <table className={styles.rules}>
          <thead>
            <tr>
              {columns().map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map(({ type }, place) => (
              <Row key={type} place={place} type={typeWords[type]()} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const columns = (): string[] => [
  m.portal_settings_rating_type(),
  m.portal_settings_rating_asked(),
  m.portal_settings_rating_delay(),
  m.portal_settings_rating_reminder(),
  m.portal_settings_rating_low(),
  m.portal_settings_rating_days(),
];

const lowLimits = [0, 1, 2, 3, 4];

function Row({ place, type }: { readonly place: number; readonly type: string }) {
  const field = (name: string) => ['ratings', place, name];
  return (
    <tr>
      <th scope="row">{type}</th>
      <td data-label={m.portal_settings_rating_asked()}>
        <Form.Item name={field('asked')} valuePropName="checked" noStyle>
          <Switch size="small" aria-label={m.portal_settings_rating_ask({ type })} />
        </Form.Item>
      </td>
      <td data-label={m.portal_settings_rating_delay()}>
        <Form.Item name={field('delayHours')} noStyle rules={[{ required: true }]}>
          <InputNumber min={0} max={720} precision={0} aria-label={m.portal_settings_rating_delay_of({ type })} />
        </Form.Item>
      </td>
      <td data-label={m.portal_settings_rating_reminder()}>
        <Form.Item name={field('reminderDays')} noStyle>
          <InputNumber min={1} max={60} precision={0} placeholder="—" aria-label={m.portal_settings_rating_reminder_of({ type })} />
        </Form.Item>
      </td>
      <td data-label={m.portal_settings_rating_low()}>
        <Form.Item name={field('lowLimit')} noStyle>
          <Select
            aria-label={m.portal_settings_rating_low_of({ type })}
            options={lowLimits.map((value) => ({
              value,
              label: value === 0 ? m.portal_settings_rating_low_none() : m.portal_settings_rating_low_value({ n: value }),
            }))}
          />
        </Form.Item>
      </td>
      <td data-label={m.portal_settings_rating_days()}>
        <Form.Item name={field('followUpDays')} noStyle rules={[{ required: true }]}>
          <InputNumber min={1} max={90} precision={0} aria-label={m.portal_settings_rating_days_of({ type })} />
        </Form.Item>
      </td>
    </tr>
  );
}
