-- 50,000 reports of two years, spread as a city's are: a few services and agencies take most, most reports are closed.
-- The uuids carry their time as version 7 ids do, so that newest first is by id.
CREATE TEMP TABLE told AS
SELECT n,
       now() - make_interval(mins => (50000 - n) * 21) AS at,
       (lpad(to_hex((extract(epoch FROM now() - make_interval(mins => (50000 - n) * 21)) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
           || '8' || lpad(to_hex((n * 7919) % 4096), 3, '0') || lpad(to_hex(n::bigint * 2654435761 % 281474976710656), 12, '0'))::uuid AS id,
       (ARRAY(SELECT code FROM services ORDER BY position))[1 + floor(power(random(), 2) * (SELECT count(*) FROM services))] AS service_code,
       (ARRAY(SELECT code FROM kelurahan ORDER BY code))[1 + n % 46] AS kelurahan_code,
       random() AS luck
FROM generate_series(1, 50000) n;

CREATE TEMP TABLE filed AS
SELECT told.*,
       CASE WHEN luck < 0.15 AND n % 3 = 0 THEN kelurahan_code
            ELSE (ARRAY['DPUPR', 'DLHKP', 'DISHUB', 'DINSOS', 'SATPOLPP', 'DINKES', 'BPBD', 'DISDIK', 'DPKP', 'DISPERDAGIN'])[1 + floor(power(random(), 2) * 10)] END AS wanted,
       CASE WHEN n < 48000 AND luck > 0.02 THEN 'Closed'
            ELSE (ARRAY['Submitted', 'NeedsInformation', 'Routed', 'InProgress', 'Planned', 'Resolved'])[1 + floor(random() * 6)] END AS status
FROM told;

INSERT INTO reports (id, tracking_code, secret_hash, service_code, description, public_description, answers, anonymous, confidential, channel, status, outcome,
                     agency_code, submitted_at, status_since, due_at, returns, version, last_hash, address, border_metres, kelurahan_code, lat, lng)
SELECT id, lpad(upper(to_hex(n)), 11, '0'), decode(md5(n::text) || md5('x' || n), 'hex'), service_code,
       'Laporan ' || n || ': ' || (ARRAY['jalan berlubang di depan pasar', 'lampu jalan padam sejak kemarin', 'sampah menumpuk dan berbau', 'pohon hampir tumbang', 'saluran air mampet'])[1 + n % 5],
       'Laporan ' || n, '{}', n % 4 = 0, n % 50 = 0, 'Web', status, CASE WHEN status = 'Closed' THEN 'Fixed' END,
       CASE WHEN status = 'Submitted' THEN NULL ELSE (SELECT code FROM agencies WHERE code = wanted) END,
       at, at, CASE WHEN status = 'Closed' THEN 'infinity' ELSE at + interval '10 days' END, 0, 2, sha256(id::text::bytea), 'Jalan nomor ' || n % 300, 40, kelurahan_code,
       -7.85 + random() * 0.1, 111.95 + random() * 0.1
FROM filed;

-- one in twenty was entered by the operator for a caller
INSERT INTO report_events (report_id, sequence, type, at, actor_kind, actor_id, actor_name, status, agency_code, service_code,
                           public_note_salt, public_note_digest, internal_note_salt, internal_note_digest, staff_salt, staff_digest, previous_hash, hash)
SELECT id, step, CASE step WHEN 1 THEN 'Submitted' ELSE 'Routed' END, submitted_at, CASE step WHEN 1 THEN 'Reporter' ELSE 'System' END,
       CASE WHEN step = 1 AND random() < 0.05 THEN (SELECT accounts.id FROM accounts WHERE user_name = 'operator') END, 'Pelapor', status, agency_code, service_code,
       uuid_send(id), last_hash, uuid_send(id), last_hash, uuid_send(id), last_hash, last_hash, last_hash
FROM reports, generate_series(1, 2) step;

INSERT INTO history_leaves (date, index, report_id, sequence, hash)
SELECT day, row_number() OVER (PARTITION BY day ORDER BY report_id, sequence) - 1, report_id, sequence, hash
FROM report_events, LATERAL (SELECT (at AT TIME ZONE 'Asia/Jakarta')::date AS day) told_on;

INSERT INTO routing_records (report_id, sequence, decided_at, rule, agency_code, reason, inputs)
SELECT id, 2, submitted_at, 'umum', agency_code, 'menurut aturan', jsonb_build_object('serviceCode', service_code, 'answers', '{}'::jsonb, 'placeConfirmed', true, 'on', '2026-01-01') FROM reports;

INSERT INTO public_reports (id, status, outcome, service_code, kelurahan_code, agency_code, lat, lng, submitted_at, updated_at, due_at, sequence)
SELECT id, status, outcome, service_code, kelurahan_code, agency_code, lat, lng, submitted_at, greatest(submitted_at, status_since), nullif(due_at, 'infinity'), version FROM reports WHERE NOT confidential;

-- two in three left a phone
INSERT INTO reporter_contacts (report_id, sealed, phone_index) SELECT id, secret_hash, CASE WHEN anonymous THEN NULL ELSE sha256(uuid_send(id)) END FROM reports WHERE get_byte(uuid_send(id), 15) % 3 > 0;

-- every tenth report was supported by some; one in fifty of the closed was merged into the one before it
INSERT INTO report_supports (report_id, supporter) SELECT id, uuid_send(gen_random_uuid()) FROM public_reports, generate_series(1, 5) WHERE random() < 0.1;
UPDATE reports SET merged_into = survivor FROM (SELECT id AS merged, lag(id) OVER (ORDER BY id) AS survivor FROM reports WHERE status = 'Closed') pairs
WHERE id = merged AND survivor IS NOT NULL AND random() < 0.02;
UPDATE public_reports p SET merged_into = r.merged_into FROM reports r WHERE r.id = p.id AND r.merged_into IS NOT NULL;

INSERT INTO attachments (id, report_id, phase, content_type, width, height, bytes, sha256, created_at)
SELECT gen_random_uuid(), id, 'Before', 'image/jpeg', 800, 600, 100000, secret_hash, submitted_at FROM reports WHERE returns = 0;

-- whatever was late has climbed to the officers and their head: much of it long ago; an old answer for every report
INSERT INTO escalations (report_id, ordinal, status, since, due_at, step, audience, agency_code, at, next_at)
SELECT id, step, status, status_since, due, step, CASE step WHEN 1 THEN 'Officers' ELSE 'Head' END, agency_code, due, CASE step WHEN 1 THEN due END
FROM reports, LATERAL (SELECT CASE WHEN status = 'Closed' THEN status_since + interval '10 days' ELSE due_at END AS due) clock, generate_series(1, 2) step
WHERE agency_code IS NOT NULL AND due < now();

INSERT INTO idempotent_answers (key_hash, request_hash, sealed, created_at) SELECT secret_hash, secret_hash, secret_hash, submitted_at FROM reports;

-- nearly all was delivered long ago; some waits for its hour
INSERT INTO outbox (consumer, report_id, sequence, type, created_at, due_at, attempts, delivered_at)
SELECT 'publish-report', report_id, sequence, type, at, CASE WHEN report_events.ctid::text LIKE '%7)' AND at > now() - interval '30 days' THEN now() + interval '1 day' ELSE at END, 1,
       CASE WHEN report_events.ctid::text LIKE '%7)' AND at > now() - interval '30 days' THEN NULL ELSE at END
FROM report_events;
ANALYZE;
