import { useMutation } from '@tanstack/react-query';
import { saveDistribution, type Distribution } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Drawer } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { CountList } from '../../../ui/count-list.tsx';
import { FormSection } from '../../../ui/form-section.tsx';
import { useMay } from '../../identity/index.ts';
import { WayBadge } from './distributions-table.tsx';
import { InvitationsView } from './invitations-view.tsx';
import { isPersonal, kindFaces } from './kind-words.ts';
import { WayForm } from './way-form.tsx';
import { WayLink } from './way-link.tsx';
import styles from './distribute.module.css';

interface Props {
  readonly survey: Survey;
  readonly way: Distribution | undefined;
  readonly onClose: () => void;
}

/** One way to the survey: what to hand out, who was asked, when it is open. */
export function DistributionDrawer({ survey, way, onClose }: Props) {
  const format = useFormat();
  const distributes = useMay()('surveys.distribute');
  return (
    <Drawer
      open={way !== undefined}
      onClose={onClose}
      destroyOnHidden
      size={680}
      title={way === undefined ? '' : format.text(way.name)}
      extra={way !== undefined && distributes ? <StopButton way={way} /> : undefined}
    >
      {way === undefined ? null : (
        <div className={styles.drawer}>
          <p className={styles.head}>
            <WayBadge way={way} /> <span className={styles.quiet}>{kindFaces[way.kind].about()}</span>
          </p>
          <CountList
            counts={[
              ...(isPersonal(way.kind) ? ([[m.surveys_invited(), way.invited]] as const) : []),
              [m.surveys_opened(), way.opened],
              [m.surveys_answers(), way.answered],
              ...(way.bounced > 0 ? ([[m.surveys_bounced(), way.bounced]] as const) : []),
            ]}
          />
          <WayLink survey={survey} way={way} />
          {isPersonal(way.kind) && distributes ? (
            <FormSection title={m.surveys_invitations()}>
              <InvitationsView survey={survey} way={way} />
            </FormSection>
          ) : null}
          <FormSection title={m.surveys_tab_settings()}>
            <WayForm key={`${way.id} ${way.version}`} survey={survey} way={way} readOnly={!distributes} />
          </FormSection>
        </div>
      )}
    </Drawer>
  );
}

function StopButton({ way }: { readonly way: Distribution }) {
  const { id, version, active } = way;
  const save = useMutation({
    mutationFn: () => call(saveDistribution, { params: { id }, body: { version, active: !active } }),
    meta: { done: active ? m.surveys_way_stopped_now() : m.surveys_way_opened_now() },
  });
  return (
    <Button loading={save.isPending} onClick={() => save.mutate()}>
      {active ? m.surveys_way_stop() : m.surveys_way_reopen()}
    </Button>
  );
}
