import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { useDelayed } from '../../lib/use-delayed.ts';
import { useMay } from '../identity/index.ts';
import { RecountNotice } from '../recount/index.ts';
import { CalendarHead } from './calendar-head.tsx';
import type { CalendarWithVersions } from './calendars.query.ts';
import { DayDialog } from './day-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { VersionsCard } from './versions-card.tsx';
import { WeekCard } from './week-card.tsx';
import { takeOver } from './year-days.ts';
import { YearCard } from './year-card.tsx';
import { YearsCard } from './years-card.tsx';
import styles from './calendar-page.module.css';

interface Props {
  readonly calendar: CalendarWithVersions;
  readonly year: number | undefined;
  readonly onYear: (year: number) => void;
}

/** A calendar while somebody works on it. Nothing counts before it is published. */
export function CalendarEditor({ calendar, year: wanted, onYear }: Props) {
  const format = useFormat();
  const writes = useMay()('agreements.define');
  const [definition, setDefinition] = useState<CalendarDefinition>(calendar.definition);
  const [dialog, setDialog] = useState<'import' | 'publish' | { readonly day: string } | null>(null);
  const change = (part: Partial<CalendarDefinition>) => setDefinition((now) => ({ ...now, ...part }));
  const close = () => setDialog(null);
  const today = format.date(new Date().toISOString());
  const year = wanted ?? Number(today.slice(0, 4));
  const changed = JSON.stringify(definition) !== JSON.stringify(calendar.definition);
  const { overrides } = definition;
  return (
    <>
      <CalendarHead
        calendar={calendar}
        changed={changed}
        onImport={() => setDialog('import')}
        onPublish={() => setDialog('publish')}
        onUndo={() => setDefinition(calendar.definition)}
      />
      <RecountNotice />
      <div className={styles.columns}>
        <YearCard
          {...{ year, today, definition, onYear }}
          onDay={writes ? (day) => setDialog({ day }) : undefined}
          onOverrides={(next) => change({ overrides: next })}
        />
        <div className={styles.side}>
          <YearsCard definition={useDelayed(definition)} year={year} />
          <WeekCard definition={definition} disabled={!writes} onChange={change} />
          <VersionsCard versions={calendar.versions} />
        </div>
      </div>
      {dialog === 'publish' ? <PublishDialog calendar={calendar} definition={definition} onClose={close} /> : null}
      {dialog === 'import' ? (
        <ImportDialog
          zone={definition.zone}
          year={year}
          onClose={close}
          onTake={(items) => change({ overrides: takeOver(overrides, items) })}
        />
      ) : null}
      {dialog !== null && typeof dialog === 'object' ? (
        <DayDialog date={dialog.day} overrides={overrides} onClose={close} onChange={(next) => change({ overrides: next })} />
      ) : null}
      <LeaveGuard unsaved={changed} />
    </>
  );
}
