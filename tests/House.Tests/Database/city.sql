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
INSERT INTO outbox (consumer, subject_id, sequence, type, created_at, due_at, attempts, delivered_at)
SELECT 'publish-report', report_id, sequence, type, at, CASE WHEN report_events.ctid::text LIKE '%7)' AND at > now() - interval '30 days' THEN now() + interval '1 day' ELSE at END, 1,
       CASE WHEN report_events.ctid::text LIKE '%7)' AND at > now() - interval '30 days' THEN NULL ELSE at END
FROM report_events;

-- ten webhooks that have heard of every report; nearly all was taken long ago, some waits for its hour
INSERT INTO webhooks (id, client_id, name, url, state, failures, notice_attempts, created_at, version)
SELECT gen_random_uuid(), id, 'Penerima ' || number, 'https://hooks.example.com/' || number, 'Active', 0, 0, now() - interval '1 year', 1
FROM api_clients, generate_series(1, 10) number WHERE client_id = 'demo';
INSERT INTO webhook_deliveries (id, webhook_id, report_id, type, replayed, state, created_at, due_at, attempts, finished_at)
SELECT gen_random_uuid(), w.id, r.id, 'report.submitted', false, CASE WHEN waits THEN 'Pending' ELSE 'Delivered' END, r.submitted_at,
       CASE WHEN waits THEN now() + interval '1 day' ELSE r.submitted_at END, 1, CASE WHEN waits THEN NULL ELSE r.submitted_at END
FROM webhooks w CROSS JOIN reports r, LATERAL (SELECT get_byte(uuid_send(r.id), 15) = 7 AS waits) hour WHERE get_byte(uuid_send(r.id), 14) % 5 = 0;
-- five months of 112: nearly all of it noise, from some thousand numbers
INSERT INTO calls (id, at, operator_id, operator_name, kind, phone_sealed, phone_index, phone_tail, version)
SELECT gen_random_uuid(), now() - n * interval '3 minutes 36 seconds', accounts.id, 'Operator 112',
       CASE WHEN n % 100 < 75 THEN 'Ghost' WHEN n % 100 < 96 THEN 'Prank' WHEN n % 100 < 98 THEN 'Information' WHEN n % 100 < 99 THEN 'Complaint' ELSE 'Emergency' END,
       sha256(n::text::bytea), sha256((n % 4000)::text::bytea), '123', 1
FROM generate_series(1, 60000) n, accounts WHERE user_name = 'operator';
INSERT INTO calls_history (call_id, version, type, at, actor_name, kind) SELECT id, 1, 'Logged', at, 'Operator 112', kind FROM calls;

-- five years of the ward cars, two trips a day each
INSERT INTO car_requests (id, tracking_code, secret_hash, kelurahan_code, agency_code, purpose, starts_at, ends_at, taken_until, pick_up, destination, passengers, channel, status, car_id, submitted_at, ended_at, version)
SELECT gen_random_uuid(), 'CAR' || lpad(i::text, 8, '0'), sha256(i::text::bytea), ward.code, CASE i % 2 WHEN 0 THEN ward.code ELSE ward.kecamatan_code END, 'Health', start, start + interval '2 hours',
       start + interval '2 hours', 'Gang 2', 'RSUD Gambiran', 2, 'Web', 'Done', car.id, start - interval '3 days', start + interval '2 hours', 4
FROM generate_series(1, 50000) i
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS n FROM cars) car ON car.n = i % 12
JOIN (SELECT code, kecamatan_code, row_number() OVER (ORDER BY code) - 1 AS n FROM kelurahan) ward ON ward.n = i % 46,
LATERAL (SELECT date_trunc('day', now()) + ((i / 12) % 2) * interval '4 hours' + interval '1 hour' - (i / 24) * interval '1 day' AS start) clock;
-- one in fifty serves a report
UPDATE car_requests SET report_id = served.id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM reports WHERE NOT anonymous) served
WHERE tracking_code = 'CAR' || lpad((served.n * 50)::text, 8, '0');

-- twenty years of works: ten a year in each ward, more than there ever will be
INSERT INTO works (id, kelurahan_code, year, title, kind, stage, volume, unit, starts_on, ends_on, address, path, beneficiaries, budget, planned_total, realised_total, plan_number, proposed_at,
                   public_since, stage_since, version)
SELECT gen_random_uuid(), ward.code, 2025 + i % 20, 'Pekerjaan nomor ' || i, 'Road', (ARRAY['Planned', 'Contracted', 'Started', 'Accounted', 'Evaluated', 'Evaluated'])[1 + i % 6], 100, 'm',
       make_date(2025 + i % 20, 6, 1), make_date(2025 + i % 20, 8, 31), 'Gang ' || i % 90, '[]', 200, '[]', 95000000, 0, 1, now(), now(), now(), 4
FROM generate_series(1, 20000) i
JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS n FROM kelurahan) ward ON ward.n = i % 46;
-- each of them shown at 0, 50 and 100 per cent, and every second answering a report
INSERT INTO attachments (id, work_id, phase, content_type, width, height, bytes, sha256, created_at)
SELECT gen_random_uuid(), id, 'Before', 'image/jpeg', 800, 600, 100000, sha256(id::text::bytea), proposed_at FROM works, generate_series(1, 3);
INSERT INTO work_files (id, work_id, photo, added_by, added_at)
SELECT id, work_id, (ARRAY['Start', 'Half', 'Full'])[1 + get_byte(uuid_send(id), 15) % 3], 'Petugas', created_at FROM attachments WHERE work_id IS NOT NULL
ON CONFLICT (id) DO NOTHING;
INSERT INTO work_links (id, work_id, report_id, linked_by, linked_at)
SELECT gen_random_uuid(), w.id, r.id, 'Petugas', now()
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM works) w JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM reports) r ON r.n = w.n WHERE w.n % 2 = 0;
-- what happened to each of them, and what was found at every fourth
INSERT INTO work_events (work_id, version, at, kind, actor_kind, actor_name, stage, after_plan_number, after_volume, after_ends_on, after_beneficiaries, after_planned_total, after_realised_total)
SELECT id, version, now(), 'Moved', 'Staff', 'Petugas', stage, 1, 100, ends_on, 200, 95000000, 0 FROM (SELECT id, stage, ends_on FROM works) w, generate_series(1, 4) version;
INSERT INTO findings (id, work_id, kelurahan_code, aspect, grade, state, description, found_on, follow_up_by, recorded_at, version)
SELECT gen_random_uuid(), id, kelurahan_code, 'Volume', 'Minor', CASE WHEN n % 40 = 0 THEN 'Open' ELSE 'Closed' END, 'Kurang panjang.', ends_on, ends_on + 30, now(), 1
FROM (SELECT id, kelurahan_code, ends_on, row_number() OVER (ORDER BY id) AS n FROM works) w WHERE n % 4 = 0;
INSERT INTO finding_events (finding_id, version, at, step, actor_kind, actor_name, after_state, after_grade, after_follow_up_by)
SELECT id, 1, now(), 'Record', 'Staff', 'Petugas', state, grade, follow_up_by FROM findings;
ANALYZE;
