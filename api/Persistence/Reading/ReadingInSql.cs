using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Persistence.Reading;

/// <summary>Reads in SQL of their own, for what the city waits for most (docs/decisions/0020): EF Core would build the same statements anew for every request.</summary>
internal static class ReadingInSql
{
    /// <summary>Sends the statements in one round trip, each prepared once per session.</summary>
    public static async Task<Rows> Read(this AppDb db, CancellationToken ct, params Sql[] statements)
    {
        var session = (NpgsqlConnection)db.Database.GetDbConnection();
        await session.OpenAsync(ct);
        try
        {
            await using var batch = new NpgsqlBatch(session);
            foreach (var statement in statements)
            {
                batch.BatchCommands.Add(statement.Command());
            }

            return new Rows(session, await batch.ExecuteReaderAsync(ct));
        }
        catch
        {
            await session.CloseAsync();
            throw;
        }
    }
}
