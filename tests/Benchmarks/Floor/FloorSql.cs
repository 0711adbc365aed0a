namespace KediriLapor.Benchmarks.Floor;

/// <summary>
/// The statements that the API sends for each use case: those of a change as EF Core logs them
/// (Microsoft.EntityFrameworkCore.Database.Command), those of a read as its handler has them.
/// </summary>
internal static class FloorSql
{
    public const string EarlierAnswer =
        "SELECT i.key_hash, i.created_at, i.request_hash, i.sealed FROM idempotent_answers AS i WHERE i.key_hash = $1 LIMIT 2";

    public const string AddAnswer = "INSERT INTO idempotent_answers (key_hash, created_at, request_hash, sealed) VALUES ($1, $2, $3, $4)";

    public const string AddOutboxMessage =
        """
        INSERT INTO outbox (attempts, consumer, created_at, dead_at, delivered_at, due_at, last_error, subject_id, sequence, type)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id
        """;

    public const string AddReport =
        """
        INSERT INTO reports (id, agency_code, anonymised_at, anonymous, answers, asked_from, calendar_version, channel, confidential, description, due_at,
            last_hash, merged_into, outcome, parent_id, planned_for, public_description, reopen_until, return_until, returns, secret_hash, service_code,
            stars, status, status_since, submitted_at, tracking_code, version, address, border_metres, kelurahan_code, lat, lng)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29,
            $30, $31, $32, $33)
        """;

    public const string AddEvent =
        """
        INSERT INTO report_events (report_id, sequence, actor_id, actor_kind, actor_name, agency_code, at, corrected_from, hash, internal_note,
            internal_note_digest, internal_note_salt, planned_for, previous_hash, public_note, public_note_digest, public_note_salt, reason, service_code,
            staff_digest, staff_salt, status, type)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
        """;

    public const string AddRoutingRecord =
        """
        INSERT INTO routing_records (report_id, sequence, agency_code, decided_at, inputs, reason, rule, rule_id, runner_up)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    public const string ReportWithHistory =
        """
        SELECT r1.id, r1.agency_code, r1.anonymised_at, r1.anonymous, r1.answers, r1.asked_from, r1.calendar_version, r1.channel, r1.confidential, r1.description,
            r1.due_at, r1.last_hash, r1.merged_into, r1.outcome, r1.parent_id, r1.planned_for, r1.public_description, r1.reopen_until, r1.return_until, r1.returns,
            r1.search, r1.secret_hash, r1.service_code, r1.stars, r1.status, r1.status_since, r1.submitted_at, r1.tracking_code, r1.version, r1.address,
            r1.border_metres, r1.kelurahan_code, r1.lat, r1.lng, r0.report_id, r0.sequence, r0.actor_id, r0.actor_kind, r0.actor_name, r0.agency_code, r0.at,
            r0.corrected_from, r0.hash, r0.internal_note, r0.internal_note_digest, r0.internal_note_salt, r0.planned_for, r0.previous_hash, r0.public_note,
            r0.public_note_digest, r0.public_note_salt, r0.reason, r0.service_code, r0.staff_digest, r0.staff_salt, r0.status, r0.type
        FROM (
            SELECT r.id, r.agency_code, r.anonymised_at, r.anonymous, r.answers, r.asked_from, r.calendar_version, r.channel, r.confidential, r.description,
                r.due_at, r.last_hash, r.merged_into, r.outcome, r.parent_id, r.planned_for, r.public_description, r.reopen_until, r.return_until, r.returns,
                r.search, r.secret_hash, r.service_code, r.stars, r.status, r.status_since, r.submitted_at, r.tracking_code, r.version, r.address,
                r.border_metres, r.kelurahan_code, r.lat, r.lng
            FROM reports AS r
            WHERE (r.agency_code = ANY ($1) OR (r.agency_code IS NULL AND array_position($1, NULL) IS NOT NULL))
              AND (NOT (r.service_code = ANY ($2) AND r.service_code = ANY ($2) IS NOT NULL) OR r.agency_code = $3) AND r.id = $4
            LIMIT 2
        ) AS r1
        LEFT JOIN report_events AS r0 ON r1.id = r0.report_id
        ORDER BY r1.id, r0.report_id
        """;

    public const string Plan =
        "UPDATE reports SET due_at = $1, last_hash = $2, planned_for = $3, status = $4, status_since = $5, version = $6 WHERE id = $7 AND version = $8";

    public const string Begin = "UPDATE reports SET last_hash = $1, status = $2, status_since = $3, version = $4 WHERE id = $5 AND version = $6";

    public const string Queue =
        $"""
        SELECT r.id, r.tracking_code, r.status, r.service_code, r.kelurahan_code, r.agency_code, r.submitted_at, r.due_at, r.version,
            left(r.public_description, $1), {Supports}, r.merged_into, r.lat, r.lng
        FROM reports AS r
        WHERE (r.agency_code = $2 AND (r.service_code <> ALL ($3) OR r.agency_code = $4))
        ORDER BY r.due_at, r.id LIMIT 26
        """;

    public const string Public =
        $"""
        SELECT r.id, r.status, r.outcome, r.service_code, r.kelurahan_code, r.agency_code, r.lat, r.lng, r.submitted_at, r.due_at, r.handed_over_to, {Supports}
        FROM public_reports AS r
        WHERE r.merged_into IS NULL ORDER BY r.id DESC LIMIT 26
        """;

    public const string Clusters =
        """
        SELECT avg(r.lat), floor(r.lat / $1) AS y, avg(r.lng), floor(r.lng / $2) AS x, count(*)::int, NULL::uuid
        FROM public_reports AS r WHERE r.merged_into IS NULL AND r.lat BETWEEN $3 AND $4 AND r.lng BETWEEN $5 AND $6 GROUP BY y, x
        """;

    public const string Wards =
        """
        SELECT r.kelurahan_code, count(*)::int, count(*) FILTER (WHERE r.status NOT IN ($1, $2))::int, count(*) FILTER (WHERE r.lat IS NULL)::int
        FROM public_reports AS r WHERE r.merged_into IS NULL GROUP BY r.kelurahan_code
        """;

    public const string TrackedReport =
        """
        SELECT r.secret_hash, r.id, r.tracking_code, r.status, r.outcome, r.service_code, r.agency_code, r.description, r.submitted_at, r.due_at, r.planned_for,
            r.reopen_until, r.asked_from, r.returns, r.stars, r.version, r.merged_into, r.parent_id, r.kelurahan_code, r.address, r.lat, r.lng, d.rule, d.reason
        FROM reports AS r
        CROSS JOIN LATERAL (SELECT rule, reason FROM routing_records WHERE report_id = r.id ORDER BY sequence DESC LIMIT 1) AS d
        WHERE r.tracking_code = $1
        """;

    public const string Timeline =
        $"""
        SELECT at, type, actor_kind, status, agency_code, public_note
        FROM report_events WHERE report_id = {Own} AND (type <> $3 OR public_note IS NOT NULL) ORDER BY sequence
        """;

    public const string Attachments =
        $"SELECT id, content_type, width, height, phase FROM attachments WHERE report_id = {Own} AND content_type <> $3 AND removed_at IS NULL ORDER BY id";

    private const string Own = "(SELECT id FROM reports WHERE tracking_code = $1 AND secret_hash = $2)";

    private const string Supports =
        """
        ((SELECT count(*) FROM report_supports WHERE report_id = r.id)
            + (SELECT count(*) FROM public_reports AS m JOIN report_supports AS s ON s.report_id = m.id WHERE m.merged_into = r.id))::int
        """;
}
