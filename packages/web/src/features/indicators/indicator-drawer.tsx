import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { QueryView } from '../../ui/query-view.tsx';
import { BenchmarksEditor } from './benchmarks-editor.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import { indicatorQuery, indicatorsQuery } from './indicators.query.ts';
import { LimitsForm } from './limits-form.tsx';

interface Props {
  /** `-new` for one that is being made */
  readonly code: string | undefined;
  readonly onClose: () => void;
}

/** Makes or changes an indicator. */
export function IndicatorDrawer({ code, onClose }: Props) {
  const isNew = code === '-new';
  const format = useFormat();
  const { data } = useQuery(indicatorsQuery);
  const indicator = data?.find((one) => one.code === code);
  const name = indicator === undefined ? m.library_edit_title() : m.library_edit_of({ name: format.text(indicator.name) });
  const title = isNew ? m.library_create_title() : name;
  return (
    <Drawer open={code !== undefined} onClose={onClose} destroyOnHidden size={640} title={title}>
      {isNew ? <IndicatorForm indicator={null} onDone={onClose} /> : null}
      {code === undefined || isNew ? null : <EditIndicator code={code} onDone={onClose} />}
    </Drawer>
  );
}

function EditIndicator({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  const query = useQuery(indicatorQuery(code));
  return (
    <QueryView query={query}>
      {(indicator) => (
        <>
          {/* Another version is another form: what somebody else saved must be seen before it is written over. */}
          <IndicatorForm key={indicator.version} indicator={indicator} onDone={onDone} />
          <LimitsForm indicator={indicator} />
          <BenchmarksEditor indicator={indicator} />
        </>
      )}
    </QueryView>
  );
}
