-- Both functions do nothing where the tables are hypertables, so that the collector need not know which storage it has.

CREATE FUNCTION ensure_partition(parent_name text, range_from timestamptz, range_to timestamptz, partition_name text)
    RETURNS void LANGUAGE plpgsql SET search_path = market, pg_temp AS $$
DECLARE
    key_column text := CASE parent_name WHEN 'tick' THEN 'time' ELSE 'open_time' END;
BEGIN
    IF EXISTS (SELECT FROM native_partition WHERE name = partition_name) THEN
        RETURN;
    END IF;
    -- Made beside the parent and attached: CREATE … PARTITION OF would lock out all readers of the parent.
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition_name, parent_name);
    EXECUTE format(
        'WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
        parent_name || '_default', key_column, range_from, key_column, range_to, partition_name);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        parent_name, partition_name, range_from, range_to);
    INSERT INTO native_partition (name, parent, from_at, to_at)
    VALUES (partition_name, parent_name, range_from, range_to);
END
$$;

-- Called before a bulk write with the earliest and latest time in it. Ticks lie by day, candles by year (UTC). A range of
-- more than 62 days makes no day partitions: such a caller writes candles, and ticks without a partition of their own are
-- safe in the default one until their day is asked for.
CREATE FUNCTION ensure_partitions(first timestamptz, last timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = market, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    day timestamptz := date_trunc('day', first);
    year timestamptz := date_trunc('year', first);
BEGIN
    IF last < first THEN
        RAISE EXCEPTION 'ensure_partitions: % lies before %', last, first USING ERRCODE = '22023';
    END IF;
    IF (SELECT kind <> 'native partitions' FROM storage) OR partitions_exist(first, last) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('market.ensure_partitions'));
    WHILE last - first <= interval '62 days' AND day <= last LOOP
        PERFORM ensure_partition('tick', day, day + interval '1 day', 'tick_' || to_char(day, 'YYYY_MM_DD'));
        day := day + interval '1 day';
    END LOOP;
    WHILE year <= last LOOP
        PERFORM ensure_partition('candle', year, year + interval '1 year', 'candle_' || to_char(year, 'YYYY'));
        year := year + interval '1 year';
    END LOOP;
END
$$;

CREATE FUNCTION partitions_exist(first timestamptz, last timestamptz)
    RETURNS boolean LANGUAGE sql STABLE SET search_path = market, pg_temp SET timezone = 'UTC' AS $$
    SELECT NOT EXISTS (
        SELECT FROM generate_series(date_trunc('year', first), last, interval '1 year') AS year
        WHERE NOT EXISTS (SELECT FROM native_partition WHERE parent = 'candle' AND from_at = year))
    AND (last - first > interval '62 days' OR NOT EXISTS (
        SELECT FROM generate_series(date_trunc('day', first), last, interval '1 day') AS day
        WHERE NOT EXISTS (SELECT FROM native_partition WHERE parent = 'tick' AND from_at = day)))
$$;

-- The native answer to the retention policy: drops whole days of ticks that have been here longer than asked.
CREATE FUNCTION drop_old_ticks(keep interval)
    RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = market, pg_temp AS $$
DECLARE
    old record;
    dropped integer := 0;
BEGIN
    IF keep < interval '1 day' THEN
        RAISE EXCEPTION 'drop_old_ticks: at least one day is kept' USING ERRCODE = '22023';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('market.ensure_partitions'));
    FOR old IN SELECT name FROM native_partition
               WHERE parent = 'tick' AND created_at < now() - keep AND to_at < now() LOOP
        EXECUTE format('DROP TABLE %I', old.name);
        DELETE FROM native_partition WHERE name = old.name;
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END
$$;

REVOKE ALL ON FUNCTION ensure_partition(text, timestamptz, timestamptz, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION ensure_partitions(timestamptz, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION partitions_exist(timestamptz, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION drop_old_ticks(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_partitions(timestamptz, timestamptz) TO moa_market;
GRANT EXECUTE ON FUNCTION drop_old_ticks(interval) TO moa_market;
REVOKE INSERT, UPDATE, DELETE ON native_partition, storage FROM moa_market;
