using System.Text.Json;
using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Floor;

/// <summary>Fills a database with reports of the past, and with an officer who may read them.</summary>
internal static class SeededReports
{
    public const string Officer = "petugas-uji";

    /// <summary>How many reports the status case takes turns with: so many that none of them grows a long history.</summary>
    public const int InWork = 10_000;

    /// <summary>Spreads reports over all services, departments and wards: six in ten closed, the others in work.</summary>
    public static async Task Add(BenchDatabase database, int count)
    {
        await AddRows(database, count);
        await AddTheRest(database);
    }

    /// <summary>As <see cref="Add"/>, without a history or anything else beside them.</summary>
    public static Task AddRows(BenchDatabase database, int count) => database.Execute(
        $"""
        INSERT INTO reports (id, tracking_code, secret_hash, service_code, description, public_description, answers, anonymous, confidential, channel,
            status, outcome, agency_code, submitted_at, status_since, due_at, returns, version, last_hash, address, kelurahan_code, lat, lng)
        SELECT md5('report ' || n)::uuid, upper(left(md5('code ' || n), 11)), sha256('secret'), service.code, text, text, '{"{}"}', false, false, 'Web',
            CASE WHEN n % 10 < 6 THEN 'Closed' WHEN n % 10 < 8 THEN 'Routed' ELSE 'InProgress' END, CASE WHEN n % 10 < 6 THEN 'Fixed' END,
            agency.code, at, at, CASE WHEN n % 10 < 6 THEN 'infinity' ELSE at + interval '5 days' END, 0, 2, sha256('hash'), 'Jalan Dhoho ' || n,
            ward.code, -7.82 + n % 100 * 0.0001, 112.01 + n % 77 * 0.0001
        FROM generate_series(1, {count}) AS n
        CROSS JOIN LATERAL (SELECT now() - n * interval '13 minutes' AS at, 'Laporan warga nomor ' || n || ' tentang keadaan di lingkungan kami' AS text) AS told
        JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS i, count(*) OVER () AS all_of FROM services) AS service ON service.i = n % service.all_of
        JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS i, count(*) OVER () AS all_of FROM agencies WHERE kind = 'Opd') AS agency
            ON agency.i = n / 10 % agency.all_of
        JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS i, count(*) OVER () AS all_of FROM kelurahan) AS ward ON ward.i = n % ward.all_of;
        """);

    private static Task AddTheRest(BenchDatabase database) => database.Execute(
        $"""
        INSERT INTO reports (id, tracking_code, secret_hash, service_code, description, public_description, answers, anonymous, confidential, channel,
            status, agency_code, submitted_at, status_since, due_at, returns, version, last_hash, address, kelurahan_code, lat, lng)
        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, upper(left(md5('code in work ' || n), 11)), sha256('secret'), '{UseCase.Service}', text, text, '{"{}"}', false, false, 'Web',
            'InProgress', '{UseCase.Agency}', now(), now(), now() + interval '5 days', 0, 2, sha256('hash'), '{UseCase.Address}', '35.71.01.1001', -7.8186, 112.0034
        FROM generate_series(1, {InWork}) AS n, (VALUES ('{UseCase.Description}')) AS told (text);

        INSERT INTO report_events (report_id, sequence, type, at, actor_kind, actor_name, status, agency_code, service_code,
            public_note_salt, public_note_digest, internal_note_salt, internal_note_digest, staff_salt, staff_digest, previous_hash, hash)
        SELECT id, sequence, type, submitted_at, 'System', 'Sistem', type, agency_code, service_code,
            uuid_send(id), last_hash, uuid_send(id), last_hash, uuid_send(id), last_hash, last_hash, last_hash
        FROM reports, (VALUES (1, 'Submitted'), (2, 'Routed')) AS happened (sequence, type);

        INSERT INTO routing_records (report_id, sequence, decided_at, rule, agency_code, reason, inputs)
        SELECT id, 2, submitted_at, service_code, agency_code, 'Menjadi tugas unit ini.', '{UseCase.RoutingInputs}' FROM reports;

        INSERT INTO public_reports (id, status, outcome, service_code, kelurahan_code, agency_code, lat, lng, submitted_at, updated_at, sequence)
        SELECT id, status, outcome, service_code, kelurahan_code, agency_code, lat, lng, submitted_at, submitted_at, 2 FROM reports;

        ANALYZE reports, report_events, routing_records, public_reports;
        """);

    /// <summary>Makes an officer of the busiest department, with the password of the first administrator, and signs in.</summary>
    /// <returns>The headers of a request by that officer, a change included.</returns>
    public static async Task<string> SignInOfficer(BenchDatabase database, RunningServer api, string password)
    {
        await database.Execute(
            $"""
            INSERT INTO accounts (id, full_name, role, agency_code, disabled, demo, user_name, normalized_user_name, email_confirmed, password_hash,
                security_stamp, concurrency_stamp, phone_number_confirmed, two_factor_enabled)
            SELECT gen_random_uuid(), 'Petugas Uji', 'Officer', '{UseCase.Agency}', false, false, '{Officer}', upper('{Officer}'), false, password_hash,
                security_stamp, concurrency_stamp, false, false
            FROM accounts WHERE user_name = 'admin'
            """);
        using var answer = await api.Client.PostAsJsonAsync("/api/v1/session", new { userName = Officer, password });
        var cookies = answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("antiforgeryToken");
        return $"Cookie: {string.Join("; ", cookies)}\r\nX-XSRF-TOKEN: {token}\r\n";
    }

    /// <summary>As <see cref="Add"/> names them.</summary>
    /// <param name="n">From 0, below <see cref="InWork"/>.</param>
    public static Guid IdInWork(int n) => new($"00000000-0000-7000-8000-{n + 1:x12}");
}
