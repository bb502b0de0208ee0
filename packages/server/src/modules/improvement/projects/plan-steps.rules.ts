import type { ProjectTemplate } from '@zhiheng/contract/improvement/project-kind';
import type { Locale } from '@zhiheng/contract/values/text';
import { stepsOf } from './template-steps.ts';

interface PlannedStep {
  readonly phase: string;
  readonly title: string;
  readonly startOn: string;
  readonly dueOn: string;
  readonly weight: number;
}

const day = 86_400_000;
const dayAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The steps of a template one after another, from the first day of the project to its last, days shared out by weight. */
export function planSteps(
  template: ProjectTemplate,
  { startOn, dueOn, locale }: { readonly startOn: string; readonly dueOn: string; readonly locale: Locale },
): PlannedStep[] {
  const steps = stepsOf[template];
  const whole = steps.reduce((sum, { weight }) => sum + weight, 0);
  const first = Date.parse(startOn);
  const days = (Date.parse(dueOn) - first) / day + 1;
  let before = 0;
  return steps.map((step) => {
    const start = Math.min(days - 1, Math.floor((before / whole) * days));
    before += step.weight;
    const end = Math.max(start, Math.floor((before / whole) * days) - 1);
    return {
      phase: step.phase,
      title: step[locale],
      weight: step.weight,
      startOn: dayAt(first + start * day),
      dueOn: dayAt(first + end * day),
    };
  });
}
