import { useMutation } from '@tanstack/react-query';
import { exportICalendar } from '@zhiheng/contract/agreements/calendars';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { useMay } from '../identity/index.ts';
import type { CalendarWithVersions } from './calendars.query.ts';

interface Props {
  readonly calendar: CalendarWithVersions;
  readonly changed: boolean;
  readonly onImport: () => void;
  readonly onPublish: () => void;
  readonly onUndo: () => void;
}

export function CalendarHead({ calendar, changed, onImport, onPublish, onUndo }: Props) {
  const format = useFormat();
  const writes = useMay()('agreements.define');
  const { id, code, name, version, agreements, openCases } = calendar;
  const save = useMutation({
    mutationFn: () => call(exportICalendar, { params: { id } }),
    onSuccess: ({ text }) => saveFile(`${code}.ics`, new Blob([text], { type: 'text/calendar' })),
  });
  const line = m.calendars_line({
    version: format.number(version),
    agreements: format.number(agreements),
    cases: format.number(openCases),
  });
  return (
    <PageHeader
      title={format.text(name)}
      line={changed ? `${line} · ${m.calendars_unpublished()}` : line}
      actions={
        <>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {m.calendars_export()}
          </Button>
          {writes ? (
            <>
              <Button onClick={onImport}>{m.calendars_import()}</Button>
              {changed ? <Button onClick={onUndo}>{m.calendars_undo()}</Button> : null}
              <Button type="primary" disabled={!changed} onClick={onPublish}>
                {m.calendars_publish_next({ version: format.number(version + 1) })}
              </Button>
            </>
          ) : null}
        </>
      }
    />
  );
}
