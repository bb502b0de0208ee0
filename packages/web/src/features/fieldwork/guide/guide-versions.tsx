import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';

/** What was published, and how many sessions are rated by it. */
export function GuideVersions({ study: { versions } }: { readonly study: FieldStudy }) {
  const format = useFormat();
  if (versions.length === 0) return null;
  return (
    <Card title={m.fieldwork_versions()}>
      <PlainTable
        label={m.fieldwork_versions()}
        columns={[m.fieldwork_version(), m.fieldwork_published_at(), m.fieldwork_published_by(), m.fieldwork_sessions_rated()]}
        rows={versions.map(({ id, number, publishedAt, publishedBy, sessions }) => ({
          key: id,
          cells: [format.number(number), format.dateTime(publishedAt), publishedBy ?? '—', format.number(sessions)],
        }))}
      />
    </Card>
  );
}
