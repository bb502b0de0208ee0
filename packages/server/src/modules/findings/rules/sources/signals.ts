import type { Signal } from '@zhiheng/contract/diagnosis/signals';
import type { FindingSource } from '@zhiheng/contract/findings/finding-kind';
import type { RuleOf } from '@zhiheng/contract/findings/rules';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../../platform/operation.ts';
import { signalsBetween } from '../../../diagnosis/index.ts';
import type { SeenFinding, Span } from '../span.ts';

type SignalRule = RuleOf<'hot-spot' | 'control-signal' | 'threshold' | 'forecast'>;

const kindOf = {
  'hot-spot': 'hot-spot',
  'control-signal': 'control-chart',
  threshold: 'threshold',
  forecast: 'forecast',
} as const satisfies Record<SignalRule['source'], Signal['kind']>;

const ranks = { low: 1, medium: 2, high: 3 } as const;

/** Signals that are grave enough. What turned out better than before is none. */
export async function findSignals(operation: Operation, rule: SignalRule, span: Span): Promise<SeenFinding[]> {
  const signals = await signalsBetween(operation, span);
  return signals
    .filter(
      ({ kind, severity, detail }) =>
        kind === kindOf[rule.source] && ranks[severity] >= ranks[rule.severity] && detail['side'] !== 'better',
    )
    .map((signal) => seenOf(signal, rule.source));
}

function seenOf(signal: Signal, source: FindingSource): SeenFinding {
  const { id, name, severity, indicator, slice, bucket, raisedAt, kind } = signal;
  const said = sayings[kind](signal);
  const where =
    signal.sliceName === null || kind === 'hot-spot'
      ? { zh: '', en: '' }
      : { zh: `（${signal.sliceName.zh}）`, en: ` (${signal.sliceName.en})` };
  return {
    ...{ source, severity, indicator, slice, at: new Date(raisedAt) },
    // of a hot spot the place itself, which may be a category
    ...(kind === 'hot-spot' ? { key: name.zh } : {}),
    title: { zh: `${name.zh}${said.zh}${where.zh}`, en: `${name.en} ${said.en}${where.en}` },
    evidence: [
      {
        kind: 'signal',
        entityId: id,
        label: { zh: `${bucket} ${said.zh}`, en: `${bucket}: ${said.en}` },
        href: `/app/diagnosis?signal=${id}`,
      },
    ],
  };
}

const sayings = {
  'control-chart': () => ({ zh: '出现异常波动', en: 'is out of control' }),
  threshold: () => ({ zh: '持续越过限值', en: 'stays beyond its limit' }),
  forecast: () => ({ zh: '预计将越过限值', en: 'is forecast to cross its limit' }),
  'hot-spot': ({ detail }) => ({
    zh: `一周${String(detail['count'])}件，明显多于往常`,
    en: `has ${String(detail['count'])} in a week, clearly more than usual`,
  }),
} as const satisfies Record<Signal['kind'], (signal: Signal) => LocalText>;
