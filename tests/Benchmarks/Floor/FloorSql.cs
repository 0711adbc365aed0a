namespace KediriLapor.Benchmarks.Floor;

/// <summary>The statements that the API sends for each use case, as EF Core logs them (Microsoft.EntityFrameworkCore.Database.Command).</summary>
internal static class FloorSql
{
    public const string EarlierAnswer =
        "SELECT i.key_hash, i.created_at, i.request_hash, i.sealed FROM idempotent_answers AS i WHERE i.key_hash = $1 LIMIT 2";

    public const string AddAnswer = "INSERT INTO idempotent_answers (key_hash, created_at, request_hash, sealed) VALUES ($1, $2, $3, $4)";

    public const string AddOutboxMessage =
        """
        INSERT INTO outbox (attempts, consumer, created_at, dead_at, delivered_at, due_at, last_error, report_id, sequence, type)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id
        """;

    public const string AddReport =
        """
        INSERT INTO reports (id, agency_code, anonymous, answers, asked_from, channel, confidential, description, due_at, outcome, planned_for,
            public_description, reopen_until, returns, secret_hash, service_code, status, status_since, submitted_at, tracking_code, version,
            address, border_metres, kelurahan_code, lat, lng, return_until, stars, last_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)
        """;

    public const string AddEvent =
        """
        INSERT INTO report_events (report_id, sequence, actor_id, actor_kind, actor_name, agency_code, at, corrected_from, internal_note,
            planned_for, public_note, reason, service_code, status, type, hash, internal_note_digest, internal_note_salt, previous_hash,
            public_note_digest, public_note_salt, staff_digest, staff_salt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
        """;

    public const string AddRoutingRecord =
        """
        INSERT INTO routing_records (report_id, sequence, agency_code, decided_at, inputs, reason, rule, rule_id, runner_up)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    public const string Queue =
        """
        SELECT r.id, r.tracking_code, r.status, r.service_code, r.kelurahan_code, r.agency_code, r.submitted_at, r.due_at, r.version
        FROM reports AS r
        WHERE (r.agency_code = ANY ($1) OR (r.agency_code IS NULL AND array_position($1, NULL) IS NOT NULL))
          AND (NOT (r.service_code = ANY ($2) AND r.service_code = ANY ($2) IS NOT NULL) OR r.agency_code = $3)
        ORDER BY r.due_at, r.id
        LIMIT $4
        """;

    public const string TrackedReport =
        """
        SELECT r.secret_hash, r.id, r.tracking_code, r.status, r.outcome, r.service_code, r.agency_code, r.description, r.submitted_at, r.due_at,
            r.planned_for, r.reopen_until, r.asked_from, r.returns, r.stars, r.version, r.kelurahan_code, r.address, r.lat, r.lng,
            (SELECT r0.rule FROM routing_records AS r0 WHERE r0.report_id = r.id ORDER BY r0.sequence DESC LIMIT 1),
            (SELECT r1.reason FROM routing_records AS r1 WHERE r1.report_id = r.id ORDER BY r1.sequence DESC LIMIT 1)
        FROM reports AS r
        WHERE r.tracking_code = $1 LIMIT 2
        """;

    public const string Timeline =
        "SELECT r.at, r.type, r.actor_kind, r.status, r.agency_code, r.public_note FROM report_events AS r WHERE r.report_id = $1 AND (r.type <> 'Noted' OR r.public_note IS NOT NULL) ORDER BY r.sequence";

    public const string Attachments =
        "SELECT a.id, a.content_type, a.width, a.height, a.phase FROM attachments AS a WHERE a.report_id = $1 AND a.content_type <> 'application/pdf' AND a.removed_at IS NULL ORDER BY a.id";
}
