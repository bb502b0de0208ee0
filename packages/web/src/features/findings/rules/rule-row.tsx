import type { FindingRule } from '@zhiheng/contract/findings/rules';
import { InputNumber, Select, Switch } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { optionsOf, severityWords, sourceWords } from '../finding-words.ts';
import styles from '../findings.module.css';

interface Props {
  readonly rule: FindingRule;
  readonly mayWrite: boolean;
  readonly onChange: (rule: FindingRule) => void;
}

/** One source: on or off, and from what on. */
export function RuleRow({ rule, mayWrite, onChange }: Props) {
  const name = sourceWords[rule.source]();
  return (
    <li>
      <div>
        <p className={styles.figure}>{name}</p>
        <p className={styles.grey}>{helpWords[rule.source]()}</p>
      </div>
      <span className={styles.inline}>
        <Settings rule={rule} mayWrite={mayWrite} onChange={onChange} />
        <Switch
          aria-label={`${m.findings_rule_on()}: ${name}`}
          checked={rule.enabled}
          disabled={!mayWrite}
          onChange={(enabled) => onChange({ ...rule, enabled })}
        />
      </span>
    </li>
  );
}

const helpWords: Readonly<Record<FindingRule['source'], () => string>> = {
  gap: m.findings_rule_help_gap,
  breach: m.findings_rule_help_breach,
  'hot-spot': m.findings_rule_help_hot_spot,
  'control-signal': m.findings_rule_help_control_signal,
  threshold: m.findings_rule_help_threshold,
  forecast: m.findings_rule_help_forecast,
  'low-score': m.findings_rule_help_low_score,
  'budget-burn': m.findings_rule_help_budget_burn,
  campaign: m.findings_rule_help_campaign,
};

const levelWords = { target: m.findings_level_target, warning: m.findings_level_warning, critical: m.findings_level_critical } as const;
const byWords = {
  service: m.findings_by_service,
  team: m.findings_by_team,
  site: m.findings_by_site,
  segment: m.findings_by_segment,
} as const;
const burnWords = { page: m.findings_rule_page, ticket: m.findings_rule_ticket } as const;

function Settings({ rule, mayWrite, onChange }: Props) {
  const name = sourceWords[rule.source]();
  const disabled = !mayWrite;
  switch (rule.source) {
    case 'gap':
      return <GapSettings rule={rule} mayWrite={mayWrite} onChange={onChange} />;
    case 'breach':
    case 'low-score':
      return (
        <>
          <NumberField
            label={`${name}: ${m.findings_rule_least()}`}
            value={rule.least}
            most={1000}
            disabled={disabled}
            onChange={(least) => onChange({ ...rule, least })}
          />
          <NumberField
            label={`${name}: ${m.findings_rule_days()}`}
            value={rule.days}
            most={90}
            disabled={disabled}
            onChange={(days) => onChange({ ...rule, days })}
          />
        </>
      );
    case 'hot-spot':
    case 'control-signal':
    case 'threshold':
    case 'forecast':
      return (
        <Select
          aria-label={`${name}: ${m.findings_rule_severity()}`}
          style={{ width: 100 }}
          disabled={disabled}
          value={rule.severity}
          options={optionsOf(severityWords)}
          onChange={(severity) => onChange({ ...rule, severity })}
        />
      );
    case 'budget-burn':
      return (
        <Select
          aria-label={`${name}: ${m.findings_rule_settings()}`}
          style={{ width: 120 }}
          disabled={disabled}
          value={rule.severity}
          options={optionsOf(burnWords)}
          onChange={(severity) => onChange({ ...rule, severity })}
        />
      );
    case 'campaign':
      return null;
    default:
      return rule satisfies never;
  }
}

interface GapProps extends Props {
  readonly rule: Extract<FindingRule, { source: 'gap' }>;
}

function GapSettings({ rule, mayWrite, onChange }: GapProps) {
  const name = sourceWords.gap();
  const disabled = !mayWrite;
  return (
    <>
      <Select
        aria-label={`${name}: ${m.findings_rule_level()}`}
        style={{ width: 140 }}
        disabled={disabled}
        value={rule.level}
        options={optionsOf(levelWords)}
        onChange={(level) => onChange({ ...rule, level })}
      />
      <NumberField
        label={`${name}: ${m.findings_rule_running()}`}
        value={rule.months}
        most={12}
        disabled={disabled}
        onChange={(months) => onChange({ ...rule, months })}
      />
      <Select
        mode="multiple"
        aria-label={`${name}: ${m.findings_rule_by()}`}
        placeholder={m.findings_rule_by()}
        style={{ minWidth: 120 }}
        disabled={disabled}
        value={rule.by}
        options={optionsOf(byWords)}
        onChange={(by) => onChange({ ...rule, by })}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, most, disabled, onChange }: NumberFieldProps) {
  return (
    <InputNumber
      aria-label={label}
      title={label}
      min={1}
      max={most}
      precision={0}
      style={{ width: 80 }}
      disabled={disabled}
      value={value}
      onChange={(next) => onChange(next ?? value)}
    />
  );
}
