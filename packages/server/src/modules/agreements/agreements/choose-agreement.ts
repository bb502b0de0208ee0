import type { chooseAgreement as endpoint } from '@zhiheng/contract/agreements/agreements';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { AgreementLine } from '@zhiheng/sla-clock/clock';
import { choosePolicy, versionsInForce, type PolicyChoice } from '@zhiheng/sla-clock/policy';
import type { Call } from '../../../platform/operation.ts';
import { readAgreementsInForce } from '../read-agreements-in-force.ts';
import { exampleOf } from './preview-agreement.ts';
import { previewClocks, type NewCase } from './preview-clocks.ts';

type Chosen = Reply<typeof endpoint>['items'][number];

/** Of the service level agreements, of each team's and of each supplier's the one that counts, and why it beats the others. */
export async function chooseAgreement(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const example = exampleOf(body, call.now);
  const { agreements } = await readAgreementsInForce(call);
  const items: Chosen[] = [];
  for (const line of agreements.lines) {
    const choice = chooseIn(line, example);
    if (choice === null) continue;
    const targets = await previewClocks(call, { ...agreements, lines: [line] }, example);
    items.push({ ...chosen(choice, line), targets });
  }
  return { items };
}

function chooseIn({ versions }: AgreementLine, { openedAt, fields }: NewCase): PolicyChoice | null {
  const at = Math.floor(openedAt.getTime() / 1000);
  return choosePolicy(versionsInForce(versions, { openedAt: at, at }), (field) => fields[field] ?? null);
}

function chosen({ policy, because }: PolicyChoice, { agreement }: AgreementLine): Omit<Chosen, 'targets'> {
  return {
    ...{ agreementId: policy.id, name: policy.name, kind: agreement.kind, version: policy.version },
    because: because.matched.map(({ dimension }) => dimension),
    beaten: because.beaten.map(({ id, name, version, by }) => {
      return { agreementId: id, name, version, by: by.kind === 'dimension' ? by.dimension : by.kind };
    }),
  };
}
