import { useMutation } from '@tanstack/react-query';
import { publishCalendar, type CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Input } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { FactTable } from '../../ui/fact-table.tsx';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormPair } from '../../ui/form-pair.tsx';
import { ReplayCalendar } from '../calendar-replay/index.ts';
import { MovedDeadlines } from '../moved-deadlines/index.ts';
import { changedDates } from './changed-dates.ts';
import type { CalendarWithVersions } from './calendars.query.ts';
import { weekText } from './week-text.ts';
import styles from './calendar-page.module.css';

interface Props {
  readonly calendar: CalendarWithVersions;
  readonly definition: CalendarDefinition;
  readonly onClose: () => void;
}

interface Values {
  readonly name: LocalText;
  readonly note: string;
}

/** What the next version changes and whom it concerns, before it is in force. */
export function PublishDialog({ calendar, definition, onClose }: Props) {
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const { id, version } = calendar;
  const publish = useMutation({
    mutationFn: (values: Values) => call(publishCalendar, { params: { id }, body: { version, definition, ...values } }),
    meta: { showsError: true, done: m.calendars_published({ version: format.number(version + 1) }) },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const overtaken = statusOf(publish.error) === 409;
  return (
    <FormDialog<Values>
      title={m.calendars_publish_title({ version: format.number(version + 1) })}
      open
      onClose={onClose}
      form={form}
      initialValues={{ name: calendar.name, note: '' }}
      onSubmit={(values) => publish.mutate(values)}
      pending={publish.isPending}
      error={overtaken ? null : publish.error}
      submitLabel={m.calendars_publish()}
      width={720}
    >
      {overtaken ? (
        <p role="alert" className={styles.overtaken}>
          <span aria-hidden="true">▲</span> {m.calendars_conflict()}
        </p>
      ) : null}
      <FactTable label={m.calendars_changes()} rows={changesOf(calendar, definition, format)} />
      <p className={styles.means}>
        {calendar.openCases === 0
          ? m.calendars_publish_no_cases()
          : m.calendars_publish_means({ cases: format.number(calendar.openCases), agreements: format.number(calendar.agreements) })}
      </p>
      <MovedDeadlines change={{ kind: 'calendar', calendarId: id, definition }} />
      <ReplayCalendar calendarId={id} definition={definition} />
      <FormPair>
        <Form.Item name={['name', 'zh']} label={m.shell_name_zh()} rules={[{ required: true, message: m.shell_name_missing() }]}>
          <Input lang="zh-CN" maxLength={400} />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={m.shell_name_en()} rules={[{ required: true, message: m.shell_name_missing() }]}>
          <Input lang="en" maxLength={400} />
        </Form.Item>
      </FormPair>
      <Form.Item name="note" label={m.calendars_note()} extra={m.calendars_note_hint()}>
        <Input.TextArea rows={2} maxLength={400} />
      </Form.Item>
    </FormDialog>
  );
}

function changesOf(calendar: CalendarWithVersions, definition: CalendarDefinition, format: ReturnType<typeof useFormat>) {
  const before = calendar.definition;
  const dates = changedDates(before.overrides, definition.overrides);
  const [oldWeek, newWeek] = [weekText(before.week, format), weekText(definition.week, format)];
  const said = (list: readonly string[]) => (list.length === 0 ? '—' : shortList(list, format));
  return [
    ...(oldWeek === newWeek ? [] : [[m.calendars_week(), `${oldWeek} → ${newWeek}`] as const]),
    ...(before.zone === definition.zone ? [] : [[m.calendars_zone(), `${before.zone} → ${definition.zone}`] as const]),
    [m.calendars_days_added(), said(dates.added)] as const,
    [m.calendars_days_removed(), said(dates.removed)] as const,
    [m.calendars_days_changed(), said(dates.changed)] as const,
  ];
}

const shown = 8;
function shortList(dates: readonly string[], format: ReturnType<typeof useFormat>): string {
  const list = format.list(dates.slice(0, shown));
  return dates.length > shown ? m.calendars_and_more({ list, n: format.number(dates.length - shown) }) : list;
}
