using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Persistence.Reading;

/// <summary>Reads in SQL of their own, for what the city waits for most (docs/decisions/0024): EF Core would build the same statements anew for every request.</summary>
internal static class ReadingInSql
{
    /// <summary>Sends the statements in one round trip, each prepared once per session.</summary>
    public static async Task<Rows> Read(this AppDb db, CancellationToken ct, params Sql[] statements)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            foreach (var statement in statements)
            {
                batch.BatchCommands.Add(statement.Command());
            }

            return new Rows(db, await batch.ExecuteReaderAsync(ct));
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }
}
