import type { previewAgreement } from '@zhiheng/contract/agreements/agreements';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { LocalText } from '@zhiheng/contract/values/text';
import { runClock, type Agreements, type CaseFields, type ClockLedger, type Deadline, type Party } from '@zhiheng/sla-clock/clock';
import { explainClock } from '@zhiheng/sla-clock/explain';
import { targetKinds, type Agreement } from '@zhiheng/sla-clock/policy';
import type { Operation } from '../../../platform/operation.ts';
import { spellNames } from '../spell-names.ts';

type PreviewedTarget = Reply<typeof previewAgreement>['targets'][number];

/** A case that has just come in. */
export interface NewCase {
  readonly openedAt: Date;
  readonly fields: CaseFields;
}

/** What agreements promise to a case that has just come in, each clock explained in both languages. */
export async function previewClocks(
  operation: Pick<Operation, 'db' | 'orgId'>,
  agreements: Agreements,
  { openedAt, fields }: NewCase,
): Promise<PreviewedTarget[]> {
  const at = Math.floor(openedAt.getTime() / 1000);
  const party = heldBy(agreements.lines[0]?.agreement ?? { kind: 'sla' });
  const { clocks } = runClock(agreements, [{ kind: 'opened', at, status: 'new', party, fields }], at);
  const sorted = clocks.toSorted((a, b) => targetKinds.indexOf(a.target) - targetKinds.indexOf(b.target));
  const told = sorted.map(explained);
  const spelt = await spellNames(operation, told.flat());
  let next = 0;
  return sorted.map((clock, index) => {
    const steps = spelt.slice(next, (next += told[index]?.length ?? 0)).map(clipped);
    return { target: clock.target, goalSeconds: clock.goalSeconds ?? 0, due: dueOf(clock.deadline), steps };
  });
}

/** The clock of a team or of a supplier counts while it has the case. */
function heldBy(agreement: Agreement): Party {
  switch (agreement.kind) {
    case 'sla':
      return { kind: 'team', id: 'desk' };
    case 'ola':
      return { kind: 'team', id: agreement.team };
    case 'supplier-contract':
      return { kind: 'supplier', id: agreement.supplier };
    default:
      return agreement satisfies never;
  }
}

/** How it got there, without where it stands: it has only just begun. */
function explained(clock: ClockLedger): LocalText[] {
  const [zh, en] = [explainClock(clock, 'zh').steps, explainClock(clock, 'en').steps];
  return zh.flatMap(({ kind, text }, index) => (kind === 'status' ? [] : [{ zh: text, en: en[index]?.text ?? text }]));
}

const longest = 400;
const clipped = ({ zh, en }: LocalText): LocalText => ({ zh: zh.slice(0, longest), en: en.slice(0, longest) });

const dueOf = (deadline: Deadline): PreviewedTarget['due'] =>
  deadline.kind === 'due' ? { kind: 'due', at: new Date(deadline.at * 1000).toISOString() } : { kind: deadline.kind };
