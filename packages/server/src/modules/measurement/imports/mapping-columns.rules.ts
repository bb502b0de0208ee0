import type { ImportMapping, RecordMeasure } from '@zhiheng/contract/measurement/imports';

/** A column that a mapping reads, and where in the mapping it is named. */
export interface UsedColumn {
  readonly path: string;
  readonly column: string;
}

/** Every column that a mapping reads. */
export function columnsOf(mapping: ImportMapping): UsedColumn[] {
  const key = mapping.key.map((column, index) => ({ path: `key.${index}`, column }));
  const subject = Object.entries(mapping.subject).flatMap(([part, source]) =>
    source?.kind === 'column' ? [{ path: `subject.${part}.column`, column: source.column }] : [],
  );
  return [{ path: 'time.column', column: mapping.time.column }, ...key, ...subject, ...valueColumns(mapping)];
}

function valueColumns(mapping: ImportMapping): UsedColumn[] {
  if (mapping.rows !== 'observations') {
    return mapping.measures.flatMap((measure, index) =>
      measureColumns(measure).map((used) => ({ ...used, path: `measures.${index}.${used.path}` })),
    );
  }
  const named = [
    { path: 'value', column: mapping.value },
    { path: 'n', column: mapping.n },
    { path: 'unit', column: mapping.unit },
    { path: 'indicator.column', column: mapping.indicator.kind === 'column' ? mapping.indicator.column : undefined },
  ];
  return named.flatMap(({ path, column }) => (column === undefined ? [] : [{ path, column }]));
}

function measureColumns(measure: RecordMeasure): UsedColumn[] {
  switch (measure.kind) {
    case 'number':
    case 'yes-no':
    case 'above':
      return [{ path: 'column', column: measure.column }];
    case 'share':
      return [
        { path: 'column', column: measure.column },
        { path: 'of', column: measure.of },
      ];
    case 'duration':
      return [
        { path: 'from', column: measure.from },
        { path: 'to', column: measure.to },
      ];
    case 'rows':
      return [];
    default:
      throw new RangeError(measure satisfies never);
  }
}
