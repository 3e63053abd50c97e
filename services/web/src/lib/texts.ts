import { type Locale, usePreferences } from './preferences';

type Shape<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { [K in keyof T]: Shape<T[K]> };

/** Words of one part of the page in both languages; the compiler refuses a missing translation. */
export interface Texts<T> {
  ko: T;
  en: T;
}

export function texts<const T>(ko: T, en: Shape<T>): Texts<Shape<T>> {
  return { ko: ko as Shape<T>, en };
}

export function useTexts<T>(both: Texts<T>): T {
  return both[usePreferences().locale];
}

export function inLocale<T>(both: Texts<T>, locale: Locale): T {
  return both[locale];
}
