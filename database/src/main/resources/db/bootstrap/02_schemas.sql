-- Run as superuser in the database moa; may be run again at any time.
REVOKE ALL ON DATABASE moa FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CONNECT, TEMPORARY, CREATE ON DATABASE moa TO moa_owner;

DO $$
DECLARE
    service text;
    role text;
BEGIN
    FOREACH service IN ARRAY ARRAY['auth', 'trading', 'market', 'backtest', 'notification'] LOOP
        role := 'moa_' || service;
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION moa_owner', service);
        EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE moa TO %I', role);
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service, role);
        EXECUTE format(
            'ALTER DEFAULT PRIVILEGES FOR ROLE moa_owner IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I',
            service, role);
        EXECUTE format(
            'ALTER DEFAULT PRIVILEGES FOR ROLE moa_owner IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO %I',
            service, role);
    END LOOP;
END
$$;
