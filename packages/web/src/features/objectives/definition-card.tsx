import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { Objective } from '@zhiheng/contract/monitoring/objectives';
import type { ReactNode } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import { methodText, targetText, windowText } from './objective-words.ts';

/** What is promised, in words, and who published it when. */
export function DefinitionCard({ objective }: { readonly objective: Objective }) {
  const format = useFormat();
  const definition = objective.definition ?? objective.draft;
  if (definition === null) return null;
  const published = objective.versions.map(({ version, publishedAt, publishedBy, definition: { target } }) =>
    m.objectives_version_line({
      ...{ n: format.number(version), date: format.dateTime(publishedAt), by: publishedBy ?? '—', target: targetText(target, format) },
    }),
  );
  return (
    <Card title={m.objectives_definition()}>
      <FactTable
        label={m.objectives_definition()}
        rows={[
          ...factsOf(objective, definition, format),
          ...(published.length === 0 ? [] : [[m.objectives_versions(), <Lines key="versions" lines={published} />] as const]),
        ]}
      />
    </Card>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => lines.map((line) => <div key={line}>{line}</div>);

function factsOf(objective: Objective, definition: ObjectiveDefinition, format: Format): (readonly [string, ReactNode])[] {
  const { window, method, target, since } = definition;
  return [
    [m.objectives_code(), objective.code],
    [m.objectives_source(), sourceText(objective, definition, format)],
    [m.objectives_target(), targetText(target, format)],
    [m.objectives_window(), windowText(window, format)],
    [m.objectives_method(), methodText(method, format)],
    [m.objectives_calendar(), objective.calendarName === null ? m.objectives_always() : format.text(objective.calendarName)],
    [m.objectives_since(), format.dateTime(since)],
  ];
}

function sourceText({ sourceName }: Objective, { source }: ObjectiveDefinition, format: Format): string {
  const name = sourceName === null ? (source.kind === 'indicator' ? source.code : '—') : format.text(sourceName);
  if (source.kind === 'probe') {
    return source.latencyMs === null
      ? m.objectives_source_probe_up({ name })
      : m.objectives_source_probe_fast({ name, ms: format.number(source.latencyMs) });
  }
  if (source.limit === null) return m.objectives_source_share({ name });
  const { op, value } = source.limit;
  return `${name} ${op === 'lte' ? '≤' : '≥'} ${value}`;
}
