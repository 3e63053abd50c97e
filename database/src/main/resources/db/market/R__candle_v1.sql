-- Published view: what trading and backtest may read of the collector's candles. A change of columns is a candle_v2.
CREATE OR REPLACE VIEW candle_v1 AS
SELECT instrument, interval, open_time, open, high, low, close, volume, closed
FROM candle;

REVOKE INSERT, UPDATE, DELETE ON candle_v1 FROM moa_market;
GRANT USAGE ON SCHEMA market TO moa_trading, moa_backtest;
GRANT SELECT ON candle_v1 TO moa_market, moa_trading, moa_backtest;
