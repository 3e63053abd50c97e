-- When an attempt that its venue refused for its rate may be followed by another one; null for all others.
ALTER TABLE order_attempt ADD COLUMN again_at timestamptz;
