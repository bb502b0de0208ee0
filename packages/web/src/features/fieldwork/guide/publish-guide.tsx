import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { publishGuide, type FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { Suspense } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { LazyPublishDialog, type DraftHome } from '../../surveys/index.ts';
import { guideVersionQuery } from '../fieldwork.query.ts';

interface Props {
  readonly study: FieldStudy;
  readonly home: DraftHome;
  readonly onClose: () => void;
}

export function PublishGuide({ study: { id, published }, home, onClose }: Props) {
  const format = useFormat();
  const { data } = useQuery(
    published === null ? { queryKey: ['fieldwork', 'guide', id, 'none'], queryFn: skipToken } : guideVersionQuery(id, published),
  );
  const older = data === undefined ? undefined : { form: data.form, answers: data.sessions };
  return (
    <Suspense>
      <LazyPublishDialog
        home={home}
        before={published === null ? null : older}
        firstWords={m.fieldwork_publish_first_text()}
        publish={(version) => call(publishGuide, { params: { id }, body: { version } })}
        after={{ title: m.fieldwork_published_title({ n: format.number(published ?? 1) }), content: <Published id={id} /> }}
        onClose={onClose}
      />
    </Suspense>
  );
}

function Published({ id }: { readonly id: string }) {
  return (
    <>
      <p>{m.fieldwork_published_text()}</p>
      <p>
        <Link to="/app/fieldwork/$id/sessions" params={{ id }} search={{ edit: 'new' }}>
          {m.fieldwork_session_new()} →
        </Link>
      </p>
    </>
  );
}
