using Npgsql;

namespace KediriLapor.Harness;

/// <summary>Reports of some years in every state that a report can be in, put into the database behind the program's back, with the history that the counts look at.</summary>
public static class RandomReports
{
    /// <param name="database">Migrated and seeded.</param>
    /// <param name="count">How many.</param>
    /// <param name="days">Over how many days, up to now.</param>
    /// <param name="seed">0 to 1: another one gives other reports.</param>
    public static async Task AddAsync(NpgsqlDataSource database, int count, int days, double seed)
    {
        await using var command = database.CreateCommand(Script(count, days, seed));
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private static string Script(int count, int days, double seed) => FormattableString.Invariant(
        $"""
        SELECT setseed({seed});
        CREATE TEMP TABLE drawn ON COMMIT DROP AS
        SELECT n, at, random() AS luck, random() AS speed, random() AS answer, random() AS seal,
            (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8' || left(md5({seed} || ' ' || n), 15))::uuid AS id,
            services[1 + floor(power(random(), 2) * array_length(services, 1))::int] AS service_code,
            CASE WHEN random() < 0.97 THEN wards[1 + floor(random() * array_length(wards, 1))::int] END AS kelurahan_code,
            (ARRAY['DPUPR', 'DLHKP', 'DISHUB', 'DINSOS', 'SATPOLPP', 'DINKES'])[1 + floor(power(random(), 2) * 6)::int] AS unit,
            (ARRAY['Web', 'Phone112', 'Api', 'WhatsApp'])[1 + floor(random() * 4)::int] AS channel
        FROM (SELECT n, date_trunc('milliseconds', now()) - random() * {days} * interval '1 day' AS at FROM generate_series(1, {count}) AS n) AS moments,
            (SELECT array_agg(code ORDER BY code) AS services FROM services) AS s, (SELECT array_agg(code ORDER BY code) AS wards FROM kelurahan) AS w;

        CREATE TEMP TABLE filed ON COMMIT DROP AS
        SELECT *, CASE WHEN status = 'Closed' THEN (ARRAY['Fixed', 'Fixed', 'Fixed', 'Rejected', 'NotOurs', 'Withdrawn', 'Duplicate'])[1 + floor(answer * 7)::int] END AS outcome,
            CASE WHEN status IN ('Resolved', 'Closed') THEN at + interval '1 hour' + power(speed, 3) * interval '60 days' END AS settled_at,
            CASE WHEN status <> 'Submitted' THEN unit END AS agency_code
        FROM (SELECT *, CASE WHEN luck < 0.85 THEN 'Closed' ELSE (ARRAY['Submitted', 'NeedsInformation', 'Routed', 'InProgress', 'Planned', 'Resolved'])[1 + floor(answer * 6)::int] END AS status FROM drawn) AS stands;

        INSERT INTO reports (id, tracking_code, secret_hash, service_code, description, public_description, answers, anonymous, confidential, channel, status, outcome, agency_code,
            submitted_at, status_since, due_at, returns, version, last_hash, kelurahan_code, lat, lng, settled_at, settled_in_time, stars)
        SELECT id, upper(left(md5('code {seed} ' || n), 11)), sha256(uuid_send(id)), service_code, 'Laporan acak ' || n, 'Laporan acak ' || n, '{"{}"}', n % 4 = 0, seal < 0.03, channel, status, outcome,
            agency_code, at, coalesce(settled_at, at), CASE WHEN settled_at IS NULL THEN at + interval '14 days' ELSE 'infinity' END, 0, 4, sha256(uuid_send(id)), kelurahan_code,
            -7.82 + floor(speed * 200) * 0.0001, 112.01 + floor(answer * 200) * 0.0001, settled_at, CASE WHEN settled_at IS NOT NULL THEN speed < 0.7 END,
            CASE WHEN status IN ('Resolved', 'Closed') AND seal > 0.8 THEN 1 + floor(answer * 5)::int END
        FROM filed;
        UPDATE reports SET merged_into = survivor FROM (SELECT id AS merged, lag(id) OVER (ORDER BY id) AS survivor FROM filed WHERE seal BETWEEN 0.5 AND 0.52) AS pairs
        WHERE id = merged AND survivor IS NOT NULL;

        INSERT INTO report_events (report_id, sequence, type, at, actor_kind, actor_name, status, agency_code, service_code, public_note, public_note_salt, public_note_digest, internal_note_salt,
            internal_note_digest, staff_salt, staff_digest, previous_hash, hash)
        SELECT id, step, type, at + after, kind, 'Seseorang', status, CASE WHEN step > 1 THEN agency_code END, service_code, note, hash, hash, hash, hash, hash, hash, hash, hash
        FROM filed, LATERAL (SELECT sha256(uuid_send(id)) AS hash) AS hashed, LATERAL (VALUES
            (1, 'Submitted', 'Reporter', interval '0', NULL),
            (2, 'Routed', 'System', interval '0', NULL),
            (3, CASE WHEN answer < 0.3 THEN 'Noted' ELSE 'StatusChanged' END, 'Staff', speed * interval '4 days', CASE WHEN answer < 0.2 THEN 'Kami periksa dahulu.' END),
            (4, CASE WHEN seal > 0.9 THEN 'Reopened' ELSE 'StatusChanged' END, CASE WHEN seal > 0.95 THEN 'Reporter' ELSE 'Staff' END, speed * interval '5 days', NULL)
        ) AS happened (step, type, kind, after, note);

        INSERT INTO public_reports (id, status, outcome, service_code, kelurahan_code, agency_code, lat, lng, submitted_at, updated_at, sequence, merged_into, settled_at, settled_in_time)
        SELECT r.id, r.status, r.outcome, r.service_code, r.kelurahan_code, r.agency_code, r.lat, r.lng, r.submitted_at, r.submitted_at, 4, r.merged_into, r.settled_at, r.settled_in_time
        FROM reports AS r JOIN filed ON filed.id = r.id WHERE NOT r.confidential;
        ANALYZE reports; ANALYZE report_events; ANALYZE public_reports;
        """);
}
