using KediriLapor.Harness;
using KediriLapor.Platform;
using KediriLapor.Proof;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Proof;

public sealed class CloseHistoryDayTests
{
    private FakeTimeProvider clock = null!;
    private ApiHost api = null!;
    private Given given = null!;

    private static DateOnly FirstDay => IndonesianDate.InWib(Given.WorkingMorning).Day;

    [SetUp]
    public async Task Open()
    {
        clock = new FakeTimeProvider(Given.WorkingMorning);
        api = await ApiHost.StartDemoAsync(clock);
        given = new Given(api);
    }

    [TearDown]
    public async Task Close()
    {
        given.Dispose();
        await api.DisposeAsync();
    }

    [Test]
    public async Task A_day_is_closed_after_its_midnight_in_Kediri_once_however_many_try()
    {
        await given.WithdrawnAsync();
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 16, 59, 59, TimeSpan.Zero));
        Assert.That(await api.CloseDaysAsync(), Is.Zero);
        clock.Advance(TimeSpan.FromSeconds(1));

        var closed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.CloseDaysAsync()));

        Assert.That(closed.Sum(), Is.EqualTo(1));
        Assert.That(await api.CloseDaysAsync(), Is.Zero);
        Assert.That((await RootsAsync()).Select(root => (root.Date, root.Count)), Is.EqualTo(new[] { (FirstDay, 3) }));
        Assert.That(await api.CountAsync("history_keys"), Is.EqualTo(1));
        Assert.That(await api.FaultsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_day_without_a_row_has_a_root_too_and_each_names_the_one_before()
    {
        await given.ReportAsync();
        clock.Advance(TimeSpan.FromDays(3));

        Assert.That(await api.CloseDaysAsync(), Is.EqualTo(3));

        var roots = await RootsAsync();
        Assert.That(roots.Select(root => (root.Date, root.Count)), Is.EqualTo(new[] { (FirstDay, 2), (FirstDay.AddDays(1), 0), (FirstDay.AddDays(2), 0) }));
        Assert.That(roots[0].Previous, Is.EqualTo(SignedRoot.Nothing));
        Assert.That(roots.Skip(1).Select(root => root.Previous), Is.EqualTo(roots.SkipLast(1).Select(root => root.Hash())));
    }

    [Test]
    public async Task A_row_that_a_slow_clock_told_late_falls_to_the_next_day()
    {
        await given.ReportAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await api.CloseDaysAsync();
        await using (var slow = await ApiHost.StartDemoAsync(new FakeTimeProvider(Given.WorkingMorning), api.Database))
        {
            using var late = new Given(slow);
            await late.ReportAsync();
        }

        clock.Advance(TimeSpan.FromDays(1));
        await api.CloseDaysAsync();

        Assert.That((await RootsAsync()).Select(root => root.Count), Is.EqualTo(new[] { 2, 2 }));
        Assert.That(await api.FaultsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_row_told_as_if_it_were_long_ago_stands_under_no_root_and_is_named()
    {
        await given.ReportAsync();
        clock.Advance(TimeSpan.FromDays(10));
        await api.CloseDaysAsync();
        FiledReport report;
        await using (var slow = await ApiHost.StartDemoAsync(new FakeTimeProvider(Given.WorkingMorning), api.Database))
        {
            using var late = new Given(slow);
            report = await late.ReportAsync();
        }

        clock.Advance(TimeSpan.FromDays(1));
        await api.CloseDaysAsync();

        Assert.That((await RootsAsync()).Sum(root => root.Count), Is.EqualTo(2));
        Assert.That(
            await api.FaultsAsync(), Is.EqualTo(new[] { 1, 2 }.Select(sequence => new HistoryFault(report.TrackingCode, sequence, "tidak berada di bawah akar hari mana pun"))));
    }

    [Test]
    public async Task A_history_rewritten_with_all_its_hashes_does_not_stand_under_the_signed_root()
    {
        var report = await given.ReportAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await api.CloseDaysAsync();

        await api.RewriteAsync(
            """
            UPDATE report_events SET hash = sha256('lain') WHERE report_id = {0} AND sequence = 2;
            UPDATE reports SET last_hash = sha256('lain') WHERE id = {0}
            """,
            report.Id);
        Assert.That(await api.FaultsAsync(), Does.Contain(new HistoryFault(report.TrackingCode, 2, "hash bukan lagi yang ditandatangani pada akar 2026-11-24")));

        await api.RewriteAsync("UPDATE history_leaves SET hash = sha256('lain') WHERE report_id = {0} AND sequence = 2", report.Id);
        Assert.That(await api.FaultsAsync(), Does.Contain(new HistoryFault(null, null, "akar 2026-11-24 bukan akar dari 2 baris yang tercatat untuk hari itu")));
    }

    [Test]
    public async Task A_report_that_vanished_is_missed()
    {
        var report = await given.ReportAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await api.CloseDaysAsync();

        await api.RewriteAsync("DELETE FROM report_events WHERE report_id = {0}; DELETE FROM reports WHERE id = {0}", report.Id);

        Assert.That(
            await api.FaultsAsync(),
            Is.EqualTo(new[] { 1, 2 }.Select(sequence => new HistoryFault(report.Id.ToString(), sequence, "baris hilang, padahal ada di bawah akar 2026-11-24"))));
    }

    [Test]
    public async Task The_command_closes_checks_and_knows_no_other_word()
    {
        var report = await given.ReportAsync();
        clock.Advance(TimeSpan.FromDays(1));

        Assert.That(await HistoryCommand.Run(api.Services, ["close"]), Is.Zero);
        Assert.That(await HistoryCommand.Run(api.Services, ["check"]), Is.Zero);
        await api.RewriteAsync("UPDATE report_events SET public_note = 'lain' WHERE report_id = {0} AND sequence = 2", report.Id);
        Assert.That(await HistoryCommand.Run(api.Services, ["check"]), Is.EqualTo(1));
        Assert.That(await HistoryCommand.Run(api.Services, ["hapus"]), Is.EqualTo(2));
    }

    private Task<List<SignedRoot>> RootsAsync() => api.InDatabaseAsync(db => db.HistoryRoots.AsNoTracking().OrderBy(root => root.Date).ToListAsync());
}
