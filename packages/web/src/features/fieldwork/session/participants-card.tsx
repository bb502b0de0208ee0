import type { FieldParticipant, FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { ParticipantsDialog } from './participants-dialog.tsx';
import styles from '../fieldwork.module.css';

/** Who takes part, and whether they agreed to. */
export function ParticipantsCard({ session }: { readonly session: FieldSession }) {
  const may = useMay();
  const [edits, setEdits] = useState(false);
  const { participantList, masked } = session;
  const edit = may('fieldwork.write') ? <Button onClick={() => setEdits(true)}>{m.fieldwork_participants_edit()}</Button> : undefined;
  return (
    <Card title={m.fieldwork_participants()} actions={edit}>
      {participantList.length === 0 ? <p className={styles.grey}>{m.fieldwork_participants_none()}</p> : null}
      <ul className={styles.people}>
        {participantList.map((participant) => (
          <Participant key={participant.id} participant={participant} />
        ))}
      </ul>
      {masked && participantList.length > 0 ? <p className={styles.small}>{m.fieldwork_masked()}</p> : null}
      {edits ? <ParticipantsDialog session={session} onClose={() => setEdits(false)} /> : null}
    </Card>
  );
}

function Participant({ participant }: { readonly participant: FieldParticipant }) {
  const format = useFormat();
  const { label, name, contact, segmentName, consent, consentNote } = participant;
  const facts = [name, contact, segmentName === null ? '' : format.text(segmentName), consentNote].filter((fact) => fact !== '');
  return (
    <li>
      <span>
        <strong>{label}</strong> <span className={styles.grey}>{facts.join(' · ')}</span>
      </span>
      <StatusBadge tone={consent ? 'good' : 'near'}>{consent ? m.fieldwork_consent() : m.fieldwork_consent_missing()}</StatusBadge>
    </li>
  );
}
