import { expect, it } from 'vitest';
import { fromSettings, toSettings } from './preferences';

it('theServersWordsAndThePagesWordsMeanTheSame', () => {
  const settings = { locale: 'en', theme: 'dark', korean_colors: false } as const;
  expect(fromSettings(settings)).toEqual({ locale: 'en', theme: 'dark', upDown: 'western' });
  expect(toSettings(fromSettings(settings))).toEqual(settings);
});

it('onlyWhatChangedIsTold', () => {
  expect(toSettings({ upDown: 'korean' })).toEqual({ korean_colors: true });
  expect(toSettings({ zone: 'UTC' })).toEqual({});
});
