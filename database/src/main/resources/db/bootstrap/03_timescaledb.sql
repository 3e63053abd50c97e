-- Run as superuser in the database moa, on a connection of its own. "Available" alone is not enough: creating the
-- extension on a server that did not preload it ends the session with a FATAL error that nothing can catch.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')
        AND 'timescaledb' = ANY (regexp_split_to_array(current_setting('shared_preload_libraries'), '\s*,\s*'))
        AND NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb')
    THEN
        EXECUTE 'CREATE EXTENSION timescaledb';
    END IF;
END
$$;
