using KediriLapor.Harness;
using KediriLapor.Proof;
using Npgsql;

namespace KediriLapor.Api.Tests.Proof;

/// <summary>A row that was changed behind the program's back is found and named.</summary>
public sealed class CheckHistoryTests : Story
{
    [Test]
    public async Task A_history_that_only_the_program_wrote_is_whole()
    {
        var report = await Given.InProgressAsync();
        Assert.That(await FaultsOf(report), Is.Empty);
    }

    [TestCase("public_note = 'Menjadi tugas unit lain.'", "diubah: public_note")]
    [TestCase("internal_note = 'tambahan'", "diubah: internal_note")]
    [TestCase("actor_name = 'Orang lain'", "diubah: actor_id, actor_name, corrected_from, reason, planned_for")]
    [TestCase("planned_for = '2027-01-04'", "diubah: actor_id, actor_name, corrected_from, reason, planned_for")]
    [TestCase("reason = 'Unclear'", "diubah: actor_id, actor_name, corrected_from, reason, planned_for")]
    [TestCase("at = at - interval '1 microsecond'", "diubah: type, at, actor_kind, status, agency_code, service_code, previous_hash, hash")]
    [TestCase("agency_code = 'DPUPR'", "diubah: type, at, actor_kind, status, agency_code, service_code, previous_hash, hash")]
    public async Task A_changed_field_is_named_with_its_row(string change, string reason)
    {
        var report = await Given.InProgressAsync();
        await Api.RewriteAsync($"UPDATE report_events SET {change} WHERE report_id = {{0}} AND sequence = 2", report.Id);
        Assert.That(await FaultsOf(report), Is.EqualTo(new[] { new HistoryFault(report.TrackingCode, 2, reason) }));
    }

    [TestCase(2, 2, "baris hilang")]
    [TestCase(3, 3, "baris terakhir hilang: laporan berada pada versi 3")]
    public async Task A_missing_row_is_named(int removed, int sequence, string reason)
    {
        var report = await Given.InProgressAsync();
        await Api.RewriteAsync("DELETE FROM report_events WHERE report_id = {0} AND sequence = {1}", report.Id, removed);
        Assert.That(await FaultsOf(report), Does.Contain(new HistoryFault(report.TrackingCode, sequence, reason)));
    }

    [Test]
    public async Task A_row_with_a_hash_of_its_own_making_breaks_the_link_to_it()
    {
        var report = await Given.InProgressAsync();
        await Api.RewriteAsync("UPDATE report_events SET hash = sha256('lain') WHERE report_id = {0} AND sequence = 2", report.Id);
        Assert.That(await FaultsOf(report), Does.Contain(new HistoryFault(report.TrackingCode, 3, "tidak menyambung pada baris sebelumnya (previous_hash)")));
    }

    [Test]
    public async Task A_note_can_be_forgotten_with_its_salt_and_the_chain_still_holds()
    {
        var report = await Given.InProgressAsync();
        await Api.ExecuteAsync("UPDATE report_events SET public_note = NULL, public_note_salt = NULL WHERE report_id = {0} AND sequence = 2", report.Id);
        Assert.That(await FaultsOf(report), Is.Empty);
    }

    [TestCase("public_note = NULL")]
    [TestCase("public_note = NULL, public_note_salt = NULL, at = now()")]
    [TestCase("public_note_digest = sha256('lain')")]
    [TestCase("hash = sha256('lain')")]
    public async Task And_nothing_else_of_a_row_can_be_changed(string change)
    {
        var report = await Given.ReportAsync();
        Assert.That(
            () => Api.ExecuteAsync($"UPDATE report_events SET {change} WHERE report_id = {{0}} AND sequence = 2", report.Id),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.RestrictViolation));
    }

    private async Task<HistoryFault[]> FaultsOf(FiledReport report) =>
        [.. (await Api.FaultsAsync()).Where(fault => fault.Report == report.TrackingCode)];
}
