import type { ReactNode } from 'react';
import { setPreferences, usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { Logo } from '../../ui/Icon';
import './session.css';
import { sessionTexts } from './texts';

/** The page before anybody is signed in. */
export function Frame({ title, next, children }: { title: string; next: string; children: ReactNode }) {
  const t = useTexts(sessionTexts);
  const { locale } = usePreferences();
  return (
    <div className="door">
      <div className="door-head">
        <span className="row">
          <Logo size={32} />
          <span className="door-name">Moa</span>
        </span>
        <button
          type="button" className="button small" lang={locale === 'ko' ? 'en' : 'ko'}
          onClick={() => setPreferences({ locale: locale === 'ko' ? 'en' : 'ko' })}
        >
          {locale === 'ko' ? 'English' : '한국어'}
        </button>
      </div>
      <main className="door-body">
        <div className="stack tight">
          <p className="door-tagline">{t.tagline}</p>
          <h1>{title}</h1>
          <p className="soft">{next}</p>
        </div>
        {children}
      </main>
    </div>
  );
}
