import { texts } from './texts';

/** The strategies that come with Moa, in words; parameters under the names the API gives them. */
export const templateTexts = texts(
  {
    names: {
      ema_crossover: 'EMA 교차', rsi_reversal: 'RSI 반전', macd_momentum: 'MACD 추세', bollinger_breakout: '볼린저 돌파',
      supertrend: '슈퍼트렌드', dca: '정기 매수 (DCA)', grid: '그리드', rebalance: '비중 맞추기',
    },
    whats: {
      ema_crossover: '빠른 이동평균이 느린 이동평균을 위로 뚫으면 사고, 아래로 뚫으면 팔아요.',
      rsi_reversal: '너무 많이 떨어졌다가 돌아설 때 사고, 너무 많이 올랐다가 꺾일 때 팔아요.',
      macd_momentum: 'MACD가 신호선을 위로 뚫으면 사고, 아래로 뚫으면 팔아요.',
      bollinger_breakout: '볼린저 밴드 위로 벗어나면 사고, 가운데 선 아래로 내려오면 팔아요.',
      supertrend: '추세선이 상승으로 바뀌면 사고, 하락으로 바뀌면 팔아요.',
      dca: '정해진 시간마다 조금씩 사 모아요.',
      grid: '정한 가격대 안에서 낮은 칸에 사고 높은 칸에 팔기를 되풀이해요.',
      rebalance: '자산에서 이 종목이 차지하는 비중을 정한 만큼으로 맞춰요.',
    },
    parameters: {
      fast: '빠른 EMA', slow: '느린 EMA', length: '기간', oversold: '과매도 기준', overbought: '과매수 기준', signal: '신호선 기간',
      width: '밴드 폭 (표준편차)', factor: 'ATR 배수', every_hours: '간격 (시간)', dip_pct: '이만큼 떨어졌을 때만 (%)',
      take_profit_pct: '이만큼 벌면 팔기 (%)', lower: '아래 가격', upper: '위 가격', levels: '칸 수', amount: '칸마다 살 금액',
      stop_below_pct: '아래로 벗어나면 그만두기 (%)', target_pct: '목표 비중 (%)', band_pct: '벗어나도 되는 폭 (%)',
    },
  },
  {
    names: {
      ema_crossover: 'EMA crossover', rsi_reversal: 'RSI reversal', macd_momentum: 'MACD momentum', bollinger_breakout: 'Bollinger breakout',
      supertrend: 'Supertrend', dca: 'Regular purchases (DCA)', grid: 'Grid', rebalance: 'Rebalancing',
    },
    whats: {
      ema_crossover: 'Buys when the fast average crosses above the slow one, sells when it crosses below.',
      rsi_reversal: 'Buys when a deep fall turns, sells when a steep rise bends.',
      macd_momentum: 'Buys when the MACD crosses above its signal line, sells when it crosses below.',
      bollinger_breakout: 'Buys a break above the Bollinger band, sells below its middle line.',
      supertrend: 'Buys when the trend line turns up, sells when it turns down.',
      dca: 'Buys a little at regular times.',
      grid: 'Buys on lower steps and sells on higher ones, again and again, within a price range.',
      rebalance: 'Keeps the instrument at a chosen share of the equity.',
    },
    parameters: {
      fast: 'Fast EMA', slow: 'Slow EMA', length: 'Length', oversold: 'Oversold below', overbought: 'Overbought above', signal: 'Signal length',
      width: 'Band width (deviations)', factor: 'ATR multiple', every_hours: 'Every (hours)', dip_pct: 'Only after a fall of (%)',
      take_profit_pct: 'Sell after a gain of (%)', lower: 'Lowest price', upper: 'Highest price', levels: 'Steps', amount: 'Amount per step',
      stop_below_pct: 'Give up below the range by (%)', target_pct: 'Share of equity (%)', band_pct: 'May stray by (%)',
    },
  },
);

/** A word of a table whose keys come from the server; the key itself where there is none. */
export const wordOf = (table: Record<string, string>, key: string): string => table[key] ?? key;
