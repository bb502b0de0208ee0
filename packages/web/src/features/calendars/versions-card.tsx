import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import type { CalendarWithVersions } from './calendars.query.ts';
import styles from './calendar-page.module.css';

export function VersionsCard({ versions }: { readonly versions: CalendarWithVersions['versions'] }) {
  const format = useFormat();
  return (
    <Card title={m.calendars_versions()}>
      <ol className={styles.versions}>
        {versions.map(({ version, publishedAt, publishedBy, note }) => (
          <li key={version}>
            <strong>{m.calendars_version_n({ version: format.number(version) })}</strong>
            <span className={styles.quiet}>
              {format.dateTime(publishedAt)}
              {publishedBy === null ? '' : ` · ${publishedBy}`}
            </span>
            {note === '' ? null : <span>{note}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
