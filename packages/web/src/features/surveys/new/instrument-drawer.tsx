import { useQuery } from '@tanstack/react-query';
import type { InstrumentRow } from '@zhiheng/contract/surveys/surveys';
import { Button, Drawer } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { LazyPreview } from '../preview/lazy-preview.ts';
import { instrumentQuery } from '../surveys.query.ts';
import styles from './new-survey.module.css';

interface Props {
  readonly code: string | undefined;
  readonly onClose: () => void;
  readonly onUse: (instrument: InstrumentRow) => void;
}

/** An instrument as people would answer it, with its source. */
export function InstrumentDrawer({ code, onClose, onUse }: Props) {
  return (
    <Drawer open={code !== undefined} onClose={onClose} destroyOnHidden size={460} title={m.surveys_instrument_preview()}>
      {code === undefined ? null : <Content key={code} code={code} onUse={onUse} />}
    </Drawer>
  );
}

function Content({ code, onUse }: { readonly code: string; readonly onUse: Props['onUse'] }) {
  const format = useFormat();
  const query = useQuery(instrumentQuery(code));
  return (
    <QueryView query={query}>
      {(instrument) => (
        <div className={styles.look}>
          <h2>{format.text(instrument.name)}</h2>
          <p>{format.text(instrument.about)}</p>
          <p className={styles.quiet}>
            {m.surveys_instrument_source()}: {instrument.citation}
          </p>
          <LazyPreview form={instrument.form} language={format.locale} />
          <Button type="primary" onClick={() => onUse(instrument)}>
            {m.surveys_instrument_use()}
          </Button>
        </div>
      )}
    </QueryView>
  );
}
