import type { Interval, SizingWish, Strategy, StrategyDraft, Template } from '../../api/types';
import { isDecimal, sign } from '../../lib/decimal';
import { allParameters, fromQuery as parametersOf, type ParameterComplaint, parameterComplaints } from '../../lib/parameters';
import { DEFAULTS, type Range, RANGES, within } from '../../lib/rules';

export const METHODS = ['share', 'amount', 'risk', 'volatility'] as const;
export type Method = (typeof METHODS)[number];

/** What a person has typed into the form, as typed. */
export interface Form {
  name: string;
  indicator: string;
  parameters: Record<string, string>;
  instrument: string;
  /** Empty is the default account of the mode. */
  account: string;
  timeframe: Interval;
  investment_pct: string;
  long_tp_pct: string;
  long_sl_pct: string;
  short_tp_pct: string;
  short_sl_pct: string;
  leverage: string;
  allow_short: boolean;
  max_open_positions: string;
  /** `share` is investment_pct; the others say in another way how much an entry buys. */
  method: Method;
  amount: string;
  risk_pct: string;
  ask: boolean;
  approval_minutes: string;
  approval_max_move_pct: string;
}

export const EMPTY_FORM: Form = {
  name: '', indicator: 'ema_crossover', parameters: {}, instrument: '', account: '', timeframe: '1m', allow_short: false,
  investment_pct: DEFAULTS.investment_pct, long_tp_pct: DEFAULTS.long_tp_pct, long_sl_pct: DEFAULTS.long_sl_pct,
  short_tp_pct: DEFAULTS.short_tp_pct, short_sl_pct: DEFAULTS.short_sl_pct, leverage: DEFAULTS.leverage,
  max_open_positions: DEFAULTS.max_open_positions, method: 'share', amount: '', risk_pct: '1', ask: false, approval_minutes: '10',
  approval_max_move_pct: '1',
};

export type Complaint = 'needName' | 'needInstrument' | 'needAmount' | { low: string; high: string; whole: boolean };

/** Every field that is not acceptable yet, with the reason; parameters under their own names. */
export interface Complaints {
  fields: Partial<Record<keyof Form, Complaint>>;
  parameters: Record<string, ParameterComplaint>;
}

const RANGE_OF = {
  investment_pct: RANGES.investment_pct, long_tp_pct: RANGES.exit_pct, long_sl_pct: RANGES.exit_pct, short_tp_pct: RANGES.exit_pct,
  short_sl_pct: RANGES.exit_pct, leverage: RANGES.leverage, max_open_positions: RANGES.max_open_positions,
} as const satisfies Partial<Record<keyof Form, Range>>;

const RISK = { low: '0.01', high: '100' };

export function complaints(form: Form, template: Template | undefined): Complaints {
  const fields: Complaints['fields'] = {};
  if (!form.name.trim()) fields.name = 'needName';
  if (!form.instrument) fields.instrument = 'needInstrument';
  for (const [field, range] of Object.entries(RANGE_OF) as [keyof typeof RANGE_OF, Range][]) {
    if (!within(form[field], range)) fields[field] = { low: range.low, high: range.high, whole: range.whole === true };
  }
  if (form.method === 'amount' && (!isDecimal(form.amount) || sign(form.amount) <= 0)) fields.amount = 'needAmount';
  if (['risk', 'volatility'].includes(form.method) && !within(form.risk_pct, RISK)) fields.risk_pct = { ...RISK, whole: false };
  return { fields, parameters: parameterComplaints(form.parameters, template?.parameters ?? []) };
}

export const isClean = ({ fields, parameters }: Complaints): boolean =>
  Object.keys(fields).length === 0 && Object.keys(parameters).length === 0;

function sizing({ method, amount, risk_pct }: Form): SizingWish | undefined {
  if (method === 'amount') return { method, amount };
  return method === 'share' ? undefined : { method, risk_pct };
}

/** Counts are plain numbers of the API; parameters and percentages are decimals and stay text. */
export function toDraft(form: Form, template: Template | undefined): StrategyDraft {
  const draft: StrategyDraft = {
    name: form.name.trim(), indicator_id: form.indicator, instrument: form.instrument, timeframe: form.timeframe,
    parameters: allParameters(form.parameters, template?.parameters ?? []),
    investment_pct: form.investment_pct, long_tp_pct: form.long_tp_pct, long_sl_pct: form.long_sl_pct,
    short_tp_pct: form.short_tp_pct, short_sl_pct: form.short_sl_pct, leverage: Number(form.leverage), allow_short: form.allow_short,
    max_open_positions: Number(form.max_open_positions), approval: form.ask ? 'each_order' : 'none',
  };
  if (form.account) draft.account_id = form.account;
  const size = sizing(form);
  if (size) draft.sizing = size;
  if (form.ask) Object.assign(draft, { approval_minutes: Number(form.approval_minutes), approval_max_move_pct: form.approval_max_move_pct });
  return draft;
}

const FROM_QUERY = ['indicator', 'instrument', 'timeframe', 'investment_pct', 'long_tp_pct', 'long_sl_pct'] as const;

/** What a backtest was told. */
export function fromQuery(query: URLSearchParams): Form {
  const given = FROM_QUERY.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { ...EMPTY_FORM, ...(Object.fromEntries(given) as Partial<Form>), parameters: parametersOf(query) };
}

const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value));

export function fromStrategy(strategy: Strategy): Form {
  const method = strategy.sizing?.method;
  return {
    ...EMPTY_FORM,
    name: strategy.name,
    indicator: strategy.indicator_id,
    parameters: Object.fromEntries(Object.entries(strategy.parameters).map(([name, value]) => [name, text(value)])),
    instrument: strategy.instrument,
    account: strategy.account_id,
    timeframe: strategy.timeframe,
    investment_pct: method === 'percent' ? text(strategy.sizing?.pct) : text(strategy.investment_pct),
    long_tp_pct: text(strategy.long_tp_pct),
    long_sl_pct: text(strategy.long_sl_pct),
    short_tp_pct: text(strategy.short_tp_pct),
    short_sl_pct: text(strategy.short_sl_pct),
    leverage: text(strategy.leverage),
    allow_short: strategy.allow_short,
    max_open_positions: text(strategy.max_open_positions),
    method: method === undefined || method === 'percent' ? 'share' : method,
    amount: text(strategy.sizing?.amount),
    risk_pct: text(strategy.sizing?.risk_pct) || EMPTY_FORM.risk_pct,
    ask: strategy.approval === 'each_order',
    approval_minutes: text(strategy.approval_minutes),
    approval_max_move_pct: text(strategy.approval_max_move_pct),
  };
}
