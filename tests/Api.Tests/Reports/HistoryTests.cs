using KediriLapor.Harness;
using Npgsql;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>Nothing in a report's history is ever edited or deleted, whoever holds the database.</summary>
public sealed class HistoryTests : Story
{
    [TestCase("UPDATE report_events SET public_note = 'lain'")]
    [TestCase("DELETE FROM report_events")]
    [TestCase("TRUNCATE report_events CASCADE")]
    [TestCase("UPDATE routing_records SET reason = 'lain'")]
    [TestCase("DELETE FROM routing_records")]
    [TestCase("TRUNCATE routing_records")]
    [TestCase("TRUNCATE history_roots")]
    [TestCase("TRUNCATE history_leaves")]
    public async Task Even_sql_cannot_rewrite_it(string sql)
    {
        await Given.ReportAsync();
        Assert.That(
            () => Api.ExecuteAsync(sql),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.RestrictViolation));
    }

    [Test]
    public async Task A_step_cannot_be_told_twice()
    {
        var report = await Given.ReportAsync();
        Assert.That(
            () => Api.ExecuteAsync("INSERT INTO report_events SELECT * FROM report_events WHERE report_id = {0} AND sequence = 1", report.Id),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.UniqueViolation));
    }
}
