using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace KediriLapor.Benchmarks.Floor;

/// <summary>Sends <see cref="FloorSql"/> in the API's round trips and reads every column of every row.</summary>
internal sealed class FloorStatements(NpgsqlDataSource database)
{
    private static readonly string[] IntegrityServices = ["APR-KORUPSI", "APR-PERILAKU", "APR-PUNGLI", "MRT-PENYIMPANGAN"];

    private const int ExcerptMax = 160;

    // squares of the map at the zoom that is asked for, degrees
    private const double Cell = 360.0 / (1 << UseCase.Zoom) / 4;
    private static readonly double LatitudePerLongitude = Math.Cos(7.82 * Math.PI / 180);

    /// <summary>One report, routed at once: looks for an earlier answer, then writes nine rows in one transaction.</summary>
    public async Task Submit(string idempotencyKey)
    {
        await using var session = await database.OpenConnectionAsync();
        var keyHash = SHA256.HashData(Encoding.ASCII.GetBytes(idempotencyKey));
        await Read(session, Command(FloorSql.EarlierAnswer, keyHash));

        var (id, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        await using var transaction = await session.BeginTransactionAsync();
        await Read(
            session,
            Command(FloorSql.AddAnswer, keyHash, now, keyHash, new byte[520]),
            Message("publish-report", now, id, 1, "Submitted"), Message("prepare-notifications", now, id, 1, "Submitted"),
            Message("publish-report", now, id, 2, "Routed"), Message("prepare-notifications", now, id, 2, "Routed"),
            Command(
                FloorSql.AddReport, id, UseCase.Agency, No(NpgsqlDbType.TimestampTz), false, Jsonb("""{"kelasJalan":"kota"}"""), No(NpgsqlDbType.Text), 3, "Web", false, UseCase.Description, now.AddDays(5),
                keyHash, No(NpgsqlDbType.Uuid), No(NpgsqlDbType.Text), No(NpgsqlDbType.Uuid), No(NpgsqlDbType.Date), UseCase.Description, No(NpgsqlDbType.TimestampTz), now.AddDays(1), 0, keyHash, UseCase.Service, No(NpgsqlDbType.Integer), "Routed",
                now, now, NewCode(), 2,
                UseCase.Address, 120.5, "35.71.01.1001", -7.8186, 112.0034),
            Event(id, 1, "Reporter", "Pelapor", null, now, null, null, "Submitted", "Submitted", keyHash),
            Event(id, 2, "System", "Sistem", UseCase.Agency, now, null, UseCase.RoutingReason, "Routed", "Routed", keyHash),
            Command(FloorSql.AddRoutingRecord, id, 2, UseCase.Agency, now, Jsonb(UseCase.RoutingInputs), UseCase.RoutingReason, UseCase.Service, No(NpgsqlDbType.Uuid), No(NpgsqlDbType.Jsonb)));
        await transaction.CommitAsync();
    }

    /// <summary>Loads a report with its history and moves it on: one event, what is told of it, and the report itself.</summary>
    public async Task Move(Guid id, int version, bool planned)
    {
        await using var session = await database.OpenConnectionAsync();
        await Read(session, Command(FloorSql.ReportWithHistory, new[] { UseCase.Agency }, IntegrityServices, UseCase.Agency, id));

        var (now, hash) = (TimeProvider.System.GetUtcNow(), SHA256.HashData(id.ToByteArray()));
        var (next, status) = (version + 1, planned ? "Planned" : "InProgress");
        await using var transaction = await session.BeginTransactionAsync();
        List<NpgsqlBatchCommand> changes = [Message("publish-report", now, id, next, "StatusChanged"), Message("prepare-notifications", now, id, next, "StatusChanged")];
        if (planned)
        {
            changes.Add(Message("tell-merged", now, id, next, "StatusChanged"));
        }

        changes.Add(Event(id, next, "Staff", "Petugas Uji", UseCase.Agency, now, planned ? UseCase.PlannedFor : null, planned ? UseCase.Note : null, status, "StatusChanged", hash));
        changes.Add(planned
            ? Command(FloorSql.Plan, now.AddDays(60), hash, UseCase.PlannedFor, status, now, next, id, version)
            : Command(FloorSql.Begin, hash, status, now, next, id, version));
        await Read(session, [.. changes]);
        await transaction.CommitAsync();
    }

    public Task Queue() => Read(Command(FloorSql.Queue, ExcerptMax, UseCase.Agency, IntegrityServices, UseCase.Agency));

    public Task Public() => Read(Command(FloorSql.Public));

    public Task Map() => Read(
        Command(FloorSql.Clusters, Cell * LatitudePerLongitude, Cell, UseCase.Part.South, UseCase.Part.North, UseCase.Part.West, UseCase.Part.East),
        Command(FloorSql.Wards, "Resolved", "Closed"));

    public Task Track(string code, string secret)
    {
        var secretHash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        return Read(
            Command(FloorSql.TrackedReport, code), Command(FloorSql.Timeline, code, secretHash, "Noted"), Command(FloorSql.Attachments, code, secretHash, "application/pdf"));
    }

    private async Task Read(params NpgsqlBatchCommand[] statements)
    {
        await using var session = await database.OpenConnectionAsync();
        await Read(session, statements);
    }

    /// <summary>One round trip.</summary>
    private static async Task Read(NpgsqlConnection session, params NpgsqlBatchCommand[] statements)
    {
        await using var batch = new NpgsqlBatch(session);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(row);
            }
        }
        while (await reader.NextResultAsync());
    }

    private static NpgsqlBatchCommand Message(string consumer, DateTimeOffset now, Guid reportId, int sequence, string type) =>
        Command(FloorSql.AddOutboxMessage, 0, consumer, now, No(NpgsqlDbType.TimestampTz), No(NpgsqlDbType.TimestampTz), now, No(NpgsqlDbType.Text), reportId, sequence, type);

    private static NpgsqlBatchCommand Event(
        Guid reportId, int sequence, string kind, string actor, string? agency, DateTimeOffset now, DateOnly? plannedFor, string? note, string status, string type, byte[] hash) =>
        Command(
            FloorSql.AddEvent, reportId, sequence, No(NpgsqlDbType.Uuid), kind, actor, (object?)agency ?? No(NpgsqlDbType.Text), now, No(NpgsqlDbType.Text), hash, No(NpgsqlDbType.Text), hash, hash[..16], (object?)plannedFor ?? No(NpgsqlDbType.Date), hash,
            (object?)note ?? No(NpgsqlDbType.Text), hash, hash[..16], No(NpgsqlDbType.Text), UseCase.Service, hash, hash[..16], status, type);

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static NpgsqlParameter Jsonb(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    /// <summary>NULL with its type: without, a statement would be prepared for one mixture of values and nulls only.</summary>
    private static NpgsqlParameter No(NpgsqlDbType type) => new() { Value = DBNull.Value, NpgsqlDbType = type };

    private static string NewCode() => RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 11);
}
