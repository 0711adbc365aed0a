using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace KediriLapor.Benchmarks.Floor;

/// <summary>Sends <see cref="FloorSql"/> in the API's round trips and reads every column of every row.</summary>
internal sealed class FloorStatements(NpgsqlDataSource database)
{
    private static readonly string[] IntegrityServices = ["APR-KORUPSI", "APR-PERILAKU", "APR-PUNGLI", "MRT-PENYIMPANGAN"];

    /// <summary>One report, routed at once: looks for an earlier answer, then writes eight rows in one transaction.</summary>
    public async Task Submit(string idempotencyKey)
    {
        await using var session = await database.OpenConnectionAsync();
        var keyHash = SHA256.HashData(Encoding.ASCII.GetBytes(idempotencyKey));
        await Read(session, FloorSql.EarlierAnswer, keyHash);

        var (id, now, salt) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), keyHash[..16]);
        await using var transaction = await session.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(session, transaction);
        Add(batch, FloorSql.AddAnswer, keyHash, now, keyHash, new byte[520]);
        Add(batch, FloorSql.AddOutboxMessage, 0, "publish-report", now, null, null, now, null, id, 1, "Submitted");
        Add(batch, FloorSql.AddOutboxMessage, 0, "publish-report", now, null, null, now, null, id, 2, "Routed");
        Add(
            batch, FloorSql.AddReport, id, UseCase.Agency, false, Jsonb("""{"kelasJalan":"kota"}"""), null, "Web", false, UseCase.Description, now.AddDays(5),
            null, null, UseCase.Description, null, 0, keyHash, UseCase.Service, "Routed", now, now, NewCode(), 2, UseCase.Address, 120.5, "35.71.01.1001",
            -7.8186, 112.0034, now.AddDays(1), null, keyHash);
        object[] seals = [keyHash, keyHash, salt, keyHash, keyHash, salt, keyHash, salt];
        Add(batch, FloorSql.AddEvent, [id, 1, null, "Reporter", "Pelapor", null, now, null, null, null, null, null, UseCase.Service, "Submitted", "Submitted", .. seals]);
        Add(
            batch, FloorSql.AddEvent,
            [id, 2, null, "System", "Sistem", UseCase.Agency, now, null, null, null, UseCase.RoutingReason, null, UseCase.Service, "Routed", "Routed", .. seals]);
        Add(batch, FloorSql.AddRoutingRecord, id, 2, UseCase.Agency, now, Jsonb(UseCase.RoutingInputs), UseCase.RoutingReason, UseCase.Service, null, null);
        await Drain(batch);
        await transaction.CommitAsync();
    }

    public async Task Queue()
    {
        await using var session = await database.OpenConnectionAsync();
        await Read(session, FloorSql.Queue, new[] { UseCase.Agency }, IntegrityServices, UseCase.Agency, 26);
    }

    public async Task Track(string code)
    {
        await using var session = await database.OpenConnectionAsync();
        var id = await Read(session, FloorSql.TrackedReport, code);
        await Read(session, FloorSql.Timeline, id!);
        await Read(session, FloorSql.Attachments, id!);
    }

    /// <returns>The id of the last row that had one, null when there was none.</returns>
    private static async Task<object?> Read(NpgsqlConnection session, string sql, params object[] values)
    {
        await using var batch = new NpgsqlBatch(session);
        Add(batch, sql, values);
        return await Drain(batch);
    }

    private static async Task<object?> Drain(NpgsqlBatch batch)
    {
        object? id = null;
        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(row);
                id = row.FirstOrDefault(value => value is Guid);
            }
        }
        while (await reader.NextResultAsync());
        return id;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Jsonb(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static string NewCode() => RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 11);
}
