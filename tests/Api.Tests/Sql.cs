using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests;

/// <summary>Behind the program's back.</summary>
internal static class Sql
{
    public static Task<int> ExecuteAsync(this ApiHost api, string sql, params object[] values) =>
        api.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql, values));

    /// <summary>One number or text that <paramref name="sql"/> selects as <c>"Value"</c>.</summary>
    public static Task<T> AskAsync<T>(this ApiHost api, string sql, params object[] values) =>
        api.InDatabaseAsync(db => db.Database.SqlQueryRaw<T>(sql, values).SingleAsync());

    public static Task<int> CountAsync(this ApiHost api, string table) =>
        api.AskAsync<int>($"SELECT count(*)::int AS \"Value\" FROM {table}");

    /// <summary>Waits until every consumer has heard everything.</summary>
    public static async Task OutboxIsDeliveredAsync(this ApiHost api) => Assert.That(
        await Eventually.SeeAsync(() => api.CountAsync("outbox WHERE delivered_at IS NULL"), waiting => waiting == 0), Is.Zero);
}
