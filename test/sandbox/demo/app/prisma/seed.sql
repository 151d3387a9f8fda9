-- A shop of realistic size; every value follows from its row number, so two demos hold the same rows.
INSERT INTO artists (slug, name, bio)
SELECT 'artist-' || i, 'Artist ' || i, CASE WHEN i % 3 = 0 THEN repeat('Plays live. ', 1 + i % 20) END
  FROM generate_series(1, 500) i;

INSERT INTO fans (email, display_name, country, loyalty_points, created_at)
SELECT 'fan' || i || '@example.com', 'Fan ' || i, (ARRAY['DE', 'FR', 'GB', 'US', 'BR'])[1 + i % 5],
       (i * 7919) % 5000, timestamp '2026-01-01' + i * interval '7 minutes'
  FROM generate_series(1, 20000) i;

INSERT INTO subscriptions (fan_id, artist_id, tier, started_at)
SELECT 1 + i % 20000, 1 + (i * 31 + i / 20000) % 500, (ARRAY['FREE', 'SUPPORTER', 'PATRON'])[1 + i % 3]::"Tier",
       timestamp '2026-02-01' + i * interval '3 minutes'
  FROM generate_series(1, 35000) i
ON CONFLICT DO NOTHING;

INSERT INTO payments (fan_id, cents, currency, status, stripe_id, created_at)
SELECT 1 + (i * 13) % 20000, 100 + (i * 37) % 9900, 'EUR', (ARRAY['PAID', 'PAID', 'PAID', 'REFUNDED'])[1 + i % 4]::"PaymentStatus",
       'pi_' || md5(i::text), timestamp '2026-03-01' + i * interval '2 minutes'
  FROM generate_series(1, 60000) i;

ANALYZE;
