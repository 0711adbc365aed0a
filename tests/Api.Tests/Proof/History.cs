using KediriLapor.Harness;
using KediriLapor.Proof;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Proof;

/// <summary>What the scheduler and the commands do, and what somebody with the database's own rights may do.</summary>
internal static class History
{
    /// <returns>How many days this caller closed.</returns>
    public static Task<int> CloseDaysAsync(this ApiHost api) => api.RunAsync(new CloseHistoryDay());

    public static async Task<List<HistoryFault>> FaultsAsync(this ApiHost api)
    {
        await using var scope = api.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CheckHistory>().Run(CancellationToken.None).ToListAsync();
    }

    /// <summary>Switches the guards of the tables off, as only their owner can.</summary>
    public static Task RewriteAsync(this ApiHost api, string sql, params object[] values) => api.ExecuteAsync(
        $"""
        SET LOCAL session_replication_role = replica;
        {sql};
        """,
        values);

    /// <summary>A report that its reporter took back: three rows without anybody of the staff.</summary>
    public static async Task<FiledReport> WithdrawnAsync(this Given given)
    {
        var report = await given.ReportAsync();
        var moved = await given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Closed, Note = "Sudah beres sendiri." }, report.SecretHeader);
        return report with { Version = moved.Body.GetProperty("version").GetInt32() };
    }
}
