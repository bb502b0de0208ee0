import { useMutation } from '@tanstack/react-query';
import { deleteProbe, runProbe, updateProbe, type Probe } from '@zhiheng/contract/monitoring/probes';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DayStrip, type StripDay } from '../../ui/day-strip.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useMay } from '../identity/index.ts';
import { reasonWords, stateWords } from './probe-words.ts';
import { stripDays, totalOf } from './strip-days.ts';
import styles from './probes.module.css';

interface Props {
  readonly probe: Probe;
  readonly days: number;
  readonly onEdit: () => void;
}

/** One probe: how the service answers now, and how it did. */
export function ProbeCard({ probe, days, onEdit }: Props) {
  const format = useFormat();
  const may = useMay();
  const { tone, word } = stateWords[probe.state];
  return (
    <article className={styles.card} aria-label={format.text(probe.name)}>
      <div className={styles.head}>
        <h2 className={styles.name}>{format.text(probe.name)}</h2>
        <StatusBadge tone={tone}>{word()}</StatusBadge>
      </div>
      <p className={styles.quiet}>
        {format.text(probe.serviceName)} · <span className={styles.address}>{probe.target.address}</span>
      </p>
      <div className={styles.now}>
        <LastRun probe={probe} />
        <Sparkline
          values={probe.runs.map(({ up, latencyMs }) => (up ? latencyMs : null))}
          label={m.probes_latency_course({ n: format.number(probe.runs.length) })}
          width={120}
        />
      </div>
      <Strip probe={probe} days={days} />
      {may('objectives.define') ? <Actions probe={probe} onEdit={onEdit} /> : null}
    </article>
  );
}

function LastRun({ probe: { last, intervalSeconds, tlsExpiresAt } }: { readonly probe: Probe }) {
  const format = useFormat();
  return (
    <div className={styles.facts}>
      {last === null ? (
        <span>{m.probes_no_run()}</span>
      ) : (
        <span>
          {reasonWords[last.reason]()}
          {last.latencyMs === null ? null : ` · ${m.probes_ms({ n: format.number(last.latencyMs) })}`}
        </span>
      )}
      <span className={styles.quiet}>
        {last === null ? null : `${format.ago(last.at)} · `}
        {m.probes_every({ time: format.duration(intervalSeconds) })}
      </span>
      {tlsExpiresAt === null ? null : <Certificate expiresAt={tlsExpiresAt} />}
    </div>
  );
}

const soon = 21 * 86_400_000;
const expiresSoon = (at: string): boolean => Date.parse(at) - Date.now() < soon;

function Certificate({ expiresAt }: { readonly expiresAt: string }) {
  const format = useFormat();
  const words = m.probes_certificate_until({ date: format.date(expiresAt) });
  return expiresSoon(expiresAt) ? (
    <span>
      <StatusBadge tone="near">{words}</StatusBadge>
    </span>
  ) : (
    <span className={styles.quiet}>{words}</span>
  );
}

function Strip({ probe, days }: { readonly probe: Probe; readonly days: number }) {
  const format = useFormat();
  const strip = stripDays(probe.days, format.date(new Date().toISOString()), days);
  const summary = summaryOf(totalOf(strip), format);
  return (
    <div>
      <DayStrip days={strip} label={m.probes_strip({ days: format.number(days), summary })} titleOf={(one) => titleOf(one, format)} />
      <div className={styles.ends}>
        <span>{strip[0]?.day}</span>
        <span className={styles.summary}>{summary}</span>
        <span>{m.probes_today()}</span>
      </div>
    </div>
  );
}

function summaryOf({ good, bad, missing }: Omit<StripDay, 'day'>, format: Format): string {
  if (good + bad === 0) return m.probes_unmeasured();
  const up = format.percent(Math.floor((1e5 * good) / (good + bad)) / 1e3, 2);
  return missing === 0 ? m.probes_up_share({ up }) : m.probes_up_share_gaps({ up, gap: format.number(missing) });
}

const titleOf = (one: StripDay, format: Format): string => `${one.day}: ${summaryOf(one, format)}`;

function Actions({ probe, onEdit }: Omit<Props, 'days'>) {
  const format = useFormat();
  const [deleting, setDeleting] = useState(false);
  const { id, version, enabled } = probe;
  const name = format.text(probe.name);
  const run = useMutation({ mutationFn: () => call(runProbe, { params: { id } }), meta: { done: m.probes_run_asked() } });
  const turn = useMutation({ mutationFn: () => call(updateProbe, { params: { id }, body: { version, enabled: !enabled } }) });
  const remove = useMutation({
    mutationFn: () => call(deleteProbe, { params: { id } }),
    meta: { done: m.probes_deleted() },
    onSettled: () => setDeleting(false),
  });
  return (
    <div className={styles.actions}>
      <RowActions
        actions={[
          enabled ? { label: m.probes_run(), of: name, onClick: () => run.mutate(), pending: run.isPending } : null,
          { label: m.probes_edit(), of: name, onClick: onEdit },
          { label: enabled ? m.probes_turn_off() : m.probes_turn_on(), of: name, onClick: () => turn.mutate(), pending: turn.isPending },
          { label: m.probes_delete(), of: name, onClick: () => setDeleting(true), danger: true },
        ]}
      />
      <ConfirmDialog
        title={m.probes_delete_title({ name })}
        open={deleting}
        onClose={() => setDeleting(false)}
        onConfirm={() => remove.mutate()}
        confirmLabel={m.probes_delete()}
        pending={remove.isPending}
      >
        {m.probes_delete_text()}
      </ConfirmDialog>
    </div>
  );
}
