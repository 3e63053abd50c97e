import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { named, type Named } from '../lib/instrument';
import { api, query } from './client';
import { keys } from './keys';
import type { Account, Instrument, List, Me, Mode, Quote, Template } from './types';

/** Readings that more than one feature shows. */
export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: ({ signal }) => api.get<Me>('/auth/me', signal), staleTime: 60_000 });
}

/** Whether orders go to paper or to real money; unknown until the service that places them has said so. */
export function useMode(): Mode | undefined {
  return useQuery({
    queryKey: keys.mode,
    queryFn: ({ signal }) => api.get<{ mode: Mode }>('/users/me/trading-mode', signal),
    select: (found) => found.mode,
    refetchInterval: 60_000,
  }).data;
}

export function useAccounts() {
  return useQuery({
    queryKey: keys.accounts,
    queryFn: ({ signal }) => api.get<List<Account>>('/accounts', signal),
    select: (list) => list.items,
    refetchInterval: 30_000,
  });
}

export function useInstruments() {
  return useQuery({
    queryKey: keys.instruments,
    queryFn: ({ signal }) => api.get<List<Instrument>>(`/market/instruments${query({ limit: 500 })}`, signal),
    select: (list) => list.items,
    staleTime: 60_000,
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: keys.templates,
    queryFn: ({ signal }) => api.get<List<Template>>('/backtest/strategies', signal),
    select: (list) => list.items,
    staleTime: Infinity,
  });
}

export interface Known extends Named {
  instrument: string;
  details: Instrument | undefined;
  /** What a quantity is counted in; nothing where it is pieces. */
  unit: string;
  /** The few letters of its round sign. */
  sign: string;
}

export function describe(instrument: string, details: Instrument | undefined): Known {
  const guessed = named(instrument);
  const base = details?.base ?? guessed.base;
  const quote = details?.quote ?? guessed.quote;
  const isPair = guessed.label.includes('/');
  return { ...guessed, base, quote, instrument, details, unit: isPair ? base : '', sign: isPair ? base : guessed.venue };
}

export function useInstrument(instrument: string): Known {
  const all = useInstruments();
  return useMemo(
    () => describe(instrument, all.data?.find((one) => one.instrument === instrument)),
    [all.data, instrument],
  );
}

/** Latest prices as the API knows them; `onQuote` hands them to where live prices are kept. */
export function useQuotes(instruments: readonly string[], onQuote: (quote: Quote) => void) {
  const wanted = [...instruments].sort().join(',');
  const found = useQuery({
    queryKey: keys.quotes(wanted),
    queryFn: ({ signal }) => api.get<List<Quote>>(`/market/quotes${query({ instruments: wanted })}`, signal),
    select: (list) => list.items,
    enabled: wanted !== '',
    refetchInterval: 30_000,
  });
  useEffect(() => {
    for (const quote of found.data ?? []) onQuote(quote);
  }, [found.data, onQuote]);
  return found;
}
