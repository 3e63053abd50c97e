import type { ReactNode } from 'react';
import { Link } from '../lib/router';
import { Icon, type IconName } from './Icon';

interface CardProps {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  testId?: string;
}

export function Card({ title, aside, children, className = '', testId }: CardProps) {
  return (
    <section className={`card ${className}`} aria-label={title} data-testid={testId}>
      {(title || aside) && (
        <div className="card-head">
          {title && <h2>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

export function CardLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="card-link">
      {children}
      <Icon name="chevron" size={16} />
    </Link>
  );
}

export function Badge({ tone = '', children }: { tone?: '' | 'brand' | 'amber' | 'red' | 'up' | 'down'; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

interface EmptyProps {
  icon: IconName;
  what: string;
  next?: string | undefined;
  children?: ReactNode;
}

/** Says what is not here yet and what to do about it. */
export function Empty({ icon, what, next, children }: EmptyProps) {
  return (
    <div className="empty">
      <span className="glyph">
        <Icon name={icon} size={26} />
      </span>
      <p className="what">{what}</p>
      {next && <p className="small">{next}</p>}
      {children}
    </div>
  );
}

export function Note({ tone = '', icon = 'info', children }: { tone?: '' | 'bad' | 'care'; icon?: IconName; children: ReactNode }) {
  return (
    <div className={`note ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={icon} size={18} />
      <div className="grow">{children}</div>
    </div>
  );
}

export function Skeleton({ width = '100%', height = 16 }: { width?: string | number; height?: number }) {
  return <span className="skeleton" style={{ width, height }} aria-hidden="true" />;
}

export function SkeletonRows({ count = 3 }: { count?: number }) {
  return (
    <div className="list" aria-busy="true">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="list-row">
          <Skeleton width={38} height={38} />
          <div className="stack tight grow">
            <Skeleton width="46%" />
            <Skeleton width="28%" height={12} />
          </div>
          <Skeleton width={72} />
        </div>
      ))}
    </div>
  );
}
