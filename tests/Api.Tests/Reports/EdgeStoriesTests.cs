using System.Net;
using System.Text.Json;
using KediriLapor.Harness;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Reports;
using KediriLapor.Reports.Clocks;
using KediriLapor.Reports.Model;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>The table of edges, walked over HTTP: each by each who may, with all it demands and with nothing of it.</summary>
public sealed class EdgeStoriesTests : Story
{
    private const string Unit = "petugas.dlhkp";

    private static readonly ReporterMove Confirm = new() { To = ReportStatus.Closed };

    /// <summary>All but the one that is walked while a report is received (SubmitReportTests), and those that a receiver's link walks (HandOvers).</summary>
    public static IEnumerable<TestCaseData> Walks() =>
        from edge in ReportEdges.All
        from walker in Enum.GetValues<Walker>()
        where edge.Walkers.HasFlag(walker) && walker != Walker.Neighbour && (edge.From, walker) != (ReportStatus.Submitted, Walker.Clock)
        select new TestCaseData(edge, walker) { TestName = $"{walker} walks {edge.From} to {edge.To}, {edge.Why}" };

    [TestCaseSource(nameof(Walks))]
    public async Task Whoever_may_walks_an_edge_and_its_reporter_sees_it(Edge edge, Walker walker)
    {
        var report = await BeforeAsync(edge);
        Assert.That((await TrackedAsync(report)).Value("status"), Is.EqualTo(Name(edge.From)));

        await (walker switch
        {
            Walker.Clock => PassTimeAsync(edge),
            Walker.Reporter => AskAsync(edge, Given.Citizen, report, report.TrackingPath, report.SecretHeader),
            _ => AskAsync(edge, await Given.StaffAsync(walker == Walker.Officer ? Unit : "verifikator"), report, report.StaffPath),
        });

        var tracked = await TrackedAsync(report);
        var history = (await (await Given.StaffAsync("inspektorat")).GetAsync(report.StaffPath)).Body;
        Assert.That((tracked.Value("status"), history.Value("status")), Is.EqualTo((Name(edge.To), Name(edge.To))));
        Assert.That(history.Values("history", "status")[^2..], Is.EqualTo(new[] { Name(edge.From), Name(edge.To) }));
        Assert.That(history.Value("version"), Is.EqualTo($"{report.Version + 1}"));
    }

    /// <summary>Told as open, refused without what it demands, done with it.</summary>
    private static async Task AskAsync(Edge edge, Person who, FiledReport report, string path, params (string, string)[] headers)
    {
        var open = (await who.GetAsync(path, headers)).Body.GetProperty("allowedNext").EnumerateArray().Select(status => status.GetString());
        Assert.That(open, Does.Contain(Name(edge.To)));
        if (edge.Demands.HasFlag(Demand.Agency))
        {
            (await who.ChangeAsync(path + "/disposisi", report.Version, new Disposisi { AgencyCode = "DLHKP" })).HasStatus(HttpStatusCode.OK);
            return;
        }

        object bare = headers.Length > 0 ? new ReporterMove { To = edge.To } : new NewStatus { To = edge.To };
        if (edge.Demands != Demand.None)
        {
            (await who.ChangeAsync(path + "/status", report.Version, bare, headers)).HasStatus(HttpStatusCode.UnprocessableEntity);
        }

        object full = headers.Length > 0
            ? new ReporterMove { To = edge.To, Note = "Di depan pasar." }
            : new NewStatus
            {
                To = edge.To,
                PublicNote = "Terima kasih.",
                InternalNote = "Bukan kewenangan kami.",
                Reason = edge.Reasons is [] or [ClosingReason.Withdrawn] ? null : edge.Reasons[0],
                PlannedFor = edge.Demands.HasFlag(Demand.Date) ? new DateOnly(2026, 11, 27) : null,
                AttachmentIds = edge.Demands.HasFlag(Demand.Photo) ? [(await who.UploadAsync(Photo.Jpeg())).Body.GetProperty("id").GetGuid()] : null,
            };
        (await who.ChangeAsync(path + "/status", report.Version, full, headers)).HasStatus(HttpStatusCode.OK);
    }

    private async Task PassTimeAsync(Edge edge)
    {
        IBatchCommand closing = edge.From == ReportStatus.Resolved ? new CloseConfirmedReports() : new CloseUnansweredReports();
        await using var later = await ApiHost.StartDemoAsync(new FakeTimeProvider(Clock.GetUtcNow() + TimeSpan.FromDays(30)), Api.Database);
        await later.RunAsync(closing);
    }

    private async Task<FiledReport> BeforeAsync(Edge edge)
    {
        var unclear = await Given.ReportAsync(Given.Unclear);
        return edge.From switch
        {
            ReportStatus.Submitted => unclear,
            ReportStatus.NeedsInformation when edge.To == ReportStatus.Submitted => await MoveAsync(unclear, "verifikator", new() { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" }),
            ReportStatus.NeedsInformation => await MoveAsync(await RoutedAsync(), Unit, new() { To = ReportStatus.NeedsInformation, PublicNote = "Di mana?" }),
            ReportStatus.Routed => edge is { IsReturn: true, To: ReportStatus.Routed } ? await ReturnedOnceAsync() : await RoutedAsync(),
            ReportStatus.InProgress => await BegunAsync(),
            ReportStatus.Planned => await MoveAsync(await BegunAsync(), Unit, new() { To = ReportStatus.Planned, PublicNote = "Dijadwalkan.", PlannedFor = new DateOnly(2026, 11, 26) }),
            ReportStatus.Resolved => await Given.ResolvedAsync(),
            ReportStatus.Closed when edge.To == ReportStatus.Submitted => await MoveAsync(unclear, "verifikator", new() { To = ReportStatus.Closed, PublicNote = "Kurang jelas.", Reason = ClosingReason.Unclear }),
            ReportStatus.Closed => await ConfirmedAsync(),
        };
    }

    private Task<FiledReport> RoutedAsync() => Given.ReportAsync(Given.Garbage);

    private Task<FiledReport> BegunAsync() => Given.InProgressAsync(Given.Garbage);

    private Task<FiledReport> MoveAsync(FiledReport report, string userName, NewStatus move) => Given.MovedAsync(report, userName, move);

    private async Task<FiledReport> ReturnedOnceAsync()
    {
        var returned = await MoveAsync(await RoutedAsync(), Unit, new() { To = ReportStatus.Submitted, InternalNote = "Bukan kewenangan kami." });
        (await (await Given.StaffAsync("verifikator")).ChangeAsync(returned.StaffPath + "/disposisi", returned.Version, new Disposisi { AgencyCode = "DLHKP" })).HasStatus(HttpStatusCode.OK);
        return returned with { Version = returned.Version + 1 };
    }

    private async Task<FiledReport> ConfirmedAsync()
    {
        var resolved = await Given.ResolvedAsync();
        (await Given.Citizen.ChangeAsync(resolved.TrackingPath + "/status", resolved.Version, Confirm, resolved.SecretHeader)).HasStatus(HttpStatusCode.OK);
        return resolved with { Version = resolved.Version + 1 };
    }

    private async Task<JsonElement> TrackedAsync(FiledReport report) => (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;

    private static string Name(ReportStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
