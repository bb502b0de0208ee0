import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { InstrumentRow } from '@zhiheng/contract/surveys/surveys';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { EmptyState, ForbiddenState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { newForm } from '../draft/new-question.ts';
import { instrumentsQuery } from '../surveys.query.ts';
import { CreateDialog, type Beginning } from './create-dialog.tsx';
import { FormFileButton } from './form-file-button.tsx';
import { InstrumentCard } from './instrument-card.tsx';
import { InstrumentDrawer } from './instrument-drawer.tsx';
import styles from './new-survey.module.css';

const route = getRouteApi('/app/surveys/new');

/** Where a survey begins: a ready instrument, a blank page, or a file. */
export function NewSurveyPage() {
  const { look } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const [beginning, setBeginning] = useState<Beginning | null>(look === 'blank' ? blank : null);
  const open = (code: string | undefined) => void navigate({ search: (now) => ({ ...now, look: code }), replace: true });
  if (!may('surveys.write')) return <ForbiddenState />;
  return (
    <>
      <PageHeader title={m.surveys_new()} line={m.surveys_new_line()} actions={<Link to="/app/surveys">{m.surveys_back()}</Link>} />
      <div className={styles.ways} role="group" aria-label={m.surveys_ways_to_begin()}>
        <button type="button" className={styles.way} onClick={() => setBeginning(blank)}>
          <strong>{m.surveys_blank_title()}</strong>
          <span>{m.surveys_blank_text()}</span>
        </button>
        <FormFileButton onForm={(form) => setBeginning({ kind: 'form', form })} />
      </div>
      <Instruments onPreview={open} onUse={(instrument) => setBeginning({ kind: 'instrument', instrument })} />
      <InstrumentDrawer
        code={look === 'blank' ? undefined : look}
        onClose={() => open(undefined)}
        onUse={(instrument) => setBeginning({ kind: 'instrument', instrument })}
      />
      {beginning === null ? null : <CreateDialog beginning={beginning} onClose={() => setBeginning(null)} />}
    </>
  );
}

const blank: Beginning = { kind: 'form', form: newForm({}) };

interface InstrumentsProps {
  readonly onPreview: (code: string) => void;
  readonly onUse: (instrument: InstrumentRow) => void;
}

function Instruments({ onPreview, onUse }: InstrumentsProps) {
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const query = useQuery(instrumentsQuery);
  const matches = ({ code, name, about }: InstrumentRow): boolean =>
    [code, ...Object.values(name), ...Object.values(about)]
      .join(' ')
      .toLowerCase()
      .includes((q ?? '').toLowerCase());
  return (
    <section aria-label={m.surveys_instruments()}>
      <div className={styles.head}>
        <h2>{m.surveys_instruments()}</h2>
        <SearchField
          label={m.surveys_instruments_search()}
          value={q}
          onSearch={(next) => void navigate({ search: (now) => ({ ...now, q: next }), replace: true })}
        />
      </div>
      <QueryView query={query}>
        {(all) => {
          const shown = all.filter(matches);
          if (shown.length === 0) return <EmptyState title={m.surveys_instruments_none()} words={m.surveys_instruments_none_text()} />;
          return (
            <ul className={styles.grid}>
              {shown.map((instrument) => (
                <li key={instrument.code}>
                  <InstrumentCard
                    instrument={instrument}
                    name={format.text(instrument.name)}
                    onPreview={() => onPreview(instrument.code)}
                    onUse={() => onUse(instrument)}
                  />
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </section>
  );
}
