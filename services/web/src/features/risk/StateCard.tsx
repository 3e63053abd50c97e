import type { RiskStatus } from '../../api/types';
import { describe } from '../../api/reads';
import { accountNames } from '../../lib/accountTexts';
import { compare, div, mul, sign, toDrawing } from '../../lib/decimal';
import { exact, round2 } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { wordsOfCode } from '../../lib/problemWords';
import { sayServer } from '../../lib/serverWords';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Badge, Card, Note, Skeleton } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { Progress } from '../../ui/Progress';
import type { LimitName } from './limits';
import { useRiskStatus } from './queries';
import { riskTexts } from './texts';

type Level = RiskStatus['levels'][number];
type Gauge = Level['limits'][number];

const TONES = { ACTIVE: 'brand', REDUCE_ONLY: 'amber', HALTED: 'red' } as const;
const known = (state: string): keyof typeof TONES => (state in TONES ? (state as keyof typeof TONES) : 'ACTIVE');

/** What holds at every level an order has to pass, and how far each limit is used up. */
export function StateCard() {
  const t = useTexts(riskTexts);
  const found = useRiskStatus();
  return (
    <Card title={t.state} testId="risk-state">
      {found.isPending && <Skeleton height={120} />}
      <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
      {found.data?.levels.map((level) => <OneLevel key={`${level.level}-${level.id}`} level={level} />)}
    </Card>
  );
}

function OneLevel({ level }: { level: Level }) {
  const t = useTexts(riskTexts);
  const { locale, zone } = usePreferences();
  const names = useTexts(accountNames);
  const state = known(level.state);
  const title = (t.levels as Record<string, string>)[level.level] ?? level.level;
  const name = level.level === 'account' && level.name === 'Paper' ? names.paper : level.name;
  return (
    <section className="limit-group" aria-label={title} data-testid={`level-${level.level}`}>
      <div className="row between">
        <h3 className="cut">{name ? `${title} · ${name}` : title}</h3>
        <Badge tone={TONES[state]}>{t.states[state]}</Badge>
      </div>
      {state !== 'ACTIVE' && <p className="small soft">{t.stateNotes[state]}</p>}
      {level.reasons.map((reason) => (
        <Note key={reason.code + reason.message} tone="care">
          <p className="small">{locale === 'ko' ? wordsOfCode(reason.code, reason.message, locale) : reason.message}</p>
        </Note>
      ))}
      {level.held.map((one) => (
        <p key={one.holder + (one.instrument ?? '')} className="small soft">
          {one.instrument && `${describe(one.instrument, undefined).label} · `}{t.states[known(one.state)]} · {t.since(showTime(one.since, 'moment', locale, zone))}
          {' · '}{sayServer(one.cause, locale)}
        </p>
      ))}
      {level.limits.map((gauge) => <OneGauge key={gauge.limit + (gauge.subject ?? '')} gauge={gauge} />)}
    </section>
  );
}

function OneGauge({ gauge }: { gauge: Gauge }) {
  const t = useTexts(riskTexts);
  const { locale, zone } = usePreferences();
  const name = t.names[gauge.limit as LimitName] ?? gauge.limit;
  const label = gauge.subject ? `${name} · ${gauge.subject}` : name;
  // A currency that nothing is held in has no loss and no bound.
  const empty = gauge.used != null && gauge.bound != null && sign(gauge.used) === 0 && sign(gauge.bound) === 0;
  if (empty || (gauge.used == null && gauge.until == null)) return null;
  const share =
    gauge.used != null && gauge.bound != null && sign(gauge.bound) > 0 && compare(gauge.used, '0') >= 0
      ? toDrawing(div(mul(gauge.used, '100'), gauge.bound, 1))
      : undefined;
  return (
    <div className="gauge">
      <p className="row between small">
        <span>{label}</span>
        <span className="num strong">
          {gauge.used != null && gauge.bound != null && t.used(exact(round2(gauge.used)), exact(round2(gauge.bound)))}
          {gauge.until != null && ` ${t.until(showTime(gauge.until, 'moment', locale, zone))}`}
        </span>
      </p>
      {share !== undefined && <Progress label={label} percent={share} />}
    </div>
  );
}
