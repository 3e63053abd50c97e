import { Component, type ReactNode } from 'react';
import { inLocale } from '../lib/texts';
import { preferences } from '../lib/preferences';
import { appTexts } from './texts';

/** A mistake of the page itself must not leave an empty screen. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const t = inLocale(appTexts, preferences().locale);
    return (
      <main className="lost" role="alert">
        <h1>{t.broken}</h1>
        <p className="soft">{t.brokenNext}</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {t.reload}
        </button>
      </main>
    );
  }
}
