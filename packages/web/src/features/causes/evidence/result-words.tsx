import type { EvidenceRequest, EvidenceResult } from '@zhiheng/contract/causes/evidence';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { claimWords, saysTones, saysWords, testWords } from '../cause-words.ts';

interface Props {
  readonly request: EvidenceRequest;
  readonly result: EvidenceResult;
}

/** What was asked, what came out with n, interval and p, and what that says of the cause. */
export function ResultWords({ request, result }: Props) {
  const format = useFormat();
  const { says, n, p } = result;
  const method = request.kind === 'test' ? `${testWords[request.method]()} · ` : '';
  const claim = `${claimWords[request.claim]()}${request.kind === 'figure' ? ` ${request.reference}` : ''}`;
  return (
    <>
      <p>
        <StatusBadge tone={saysTones[says]}>{saysWords[says]()}</StatusBadge> {format.text(result.measured)}
      </p>
      <p>
        <strong className="tabular">{estimateWords(result, format)}</strong>
      </p>
      <GroupWords result={result} />
      <p className="tabular" style={{ color: 'var(--secondary)', fontSize: 13 }}>
        {method}
        {claim} · {m.causes_result_n({ n: format.number(n) })}
        {p === null ? '' : ` · ${m.causes_result_p({ p: p < 0.0001 ? '< 0.0001' : p.toFixed(4) })}`}
      </p>
    </>
  );
}

export function estimateWords({ estimate, interval, unit, decimals }: EvidenceResult, format: Format): string {
  const value = (number: number) => `${format.number(number, Math.max(decimals, 1))}${unit === '' ? '' : ` ${unit}`}`;
  if (interval === null) return value(estimate);
  return m.causes_result_interval({ value: value(estimate), low: value(interval[0]), high: value(interval[1]) });
}

function GroupWords({ result: { groups, decimals, unit } }: Pick<Props, 'result'>) {
  const format = useFormat();
  const [first, second] = groups;
  if (first === undefined || second === undefined || first.value === null || second.value === null) return null;
  const value = (number: number) => `${format.number(number, Math.max(decimals, 1))} ${unit}`.trim();
  const counts = { n1: format.number(first.n), n2: format.number(second.n) };
  return <p className="tabular">{m.causes_result_groups({ first: value(first.value), second: value(second.value), ...counts })}</p>;
}
