-- Run as superuser in the maintenance database; may be run again at any time (passwords and time-outs are set anew).
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['moa_owner', 'moa_auth', 'moa_trading', 'moa_market', 'moa_backtest', 'moa_notification'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I', role);
        END IF;
        EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', role);
    END LOOP;
END
$$;

ALTER ROLE moa_owner PASSWORD ${moa_owner};
ALTER ROLE moa_auth PASSWORD ${moa_auth};
ALTER ROLE moa_trading PASSWORD ${moa_trading};
ALTER ROLE moa_market PASSWORD ${moa_market};
ALTER ROLE moa_backtest PASSWORD ${moa_backtest};
ALTER ROLE moa_notification PASSWORD ${moa_notification};

-- A migration may rewrite a big table, but it must not queue behind a long reader and block everybody behind itself.
ALTER ROLE moa_owner SET statement_timeout = 0;
ALTER ROLE moa_owner SET lock_timeout = '30s';
ALTER ROLE moa_owner SET idle_in_transaction_session_timeout = '10min';

DO $$
DECLARE
    service text;
    role text;
BEGIN
    FOREACH service IN ARRAY ARRAY['auth', 'trading', 'market', 'backtest', 'notification'] LOOP
        role := 'moa_' || service;
        EXECUTE format('ALTER ROLE %I SET search_path = %I', role, service);
        EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', role, '30s');
        EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', role, '10s');
        EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', role, '60s');
        EXECUTE format('ALTER ROLE %I SET timezone = %L', role, 'UTC');
    END LOOP;
END
$$;
