using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>Who is on the line, and what they have said so far.</summary>
public sealed record IncomingCaller
{
    /// <summary>08…, 62… or +62….</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(CallVault.NumberMax, ErrorMessage = "too_long")]
    public string Phone { get; init; } = "";

    /// <summary>What is heard; words of an emergency put every mark aside.</summary>
    [MaxLength(Call.NoteMax, ErrorMessage = "too_long")]
    public string? Words { get; init; }
}

/// <summary>
/// What is known of a number while it calls: how often it called and about what, the open reports it left, the marks on it. No name,
/// and none of anybody's words. Each look is a reading in the log, and what cannot be logged is not told.
/// </summary>
public sealed record LookUpCaller(IncomingCaller Caller) : ICommand<CallerCard>;

/// <param name="Calls">Of the time that numbers are kept.</param>
/// <param name="LastCalls">The newest ten.</param>
/// <param name="Emergency">The words tell of a danger.</param>
/// <param name="HeedMarks">Whether the marks are worth a look at all: never, when the words tell of a danger.</param>
public sealed record CallerCard(
    CallTally Calls, DateTimeOffset? LastAt, IReadOnlyList<CallerCall> LastCalls, IReadOnlyList<CallerReport> OpenReports, IReadOnlyList<MarkItem> Marks, bool Emergency, bool HeedMarks);

public sealed record CallerCall(Guid Id, DateTimeOffset At, CallKind Kind);

/// <summary>An open report that carries this number; never an anonymous or a confidential one.</summary>
public sealed record CallerReport(string TrackingCode, Named Service, ReportStatus Status, Named? Agency, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt);

internal sealed class LookUpCallerHandler(AppDb db, CityWatch watch, CurrentActor actor, CallVault vault, TimeProvider time) : IRequestHandler<LookUpCaller, CallerCard>
{
    private const int LastMax = 10;
    private const int ReportsMax = 10;

    public async Task<CallerCard> Handle(LookUpCaller request, CancellationToken cancellationToken)
    {
        var (city, who, now, number) = (watch.Current, actor.Value, time.Now(), vault.Seal(request.Caller.Phone) ?? throw new RuleViolation("required", field: "phone"));
        var index = number.Index;
        var counts = await db.Calls.Where(c => c.PhoneIndex == index).GroupBy(c => c.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToListAsync(cancellationToken);
        var last = await db.Calls.Where(c => c.PhoneIndex == index && c.Kind != CallKind.Mistake).OrderByDescending(c => c.At).Take(LastMax)
            .Select(c => new CallerCall(c.Id, c.At, c.Kind)).ToListAsync(cancellationToken);
        var reports = await OpenReports(index, city, cancellationToken);
        var marks = await db.CallerMarks.AsNoTracking().Where(m => m.PhoneIndex == index && m.ExpiresAt > now && m.Review != MarkReview.Lifted).OrderBy(m => m.Id).ToListAsync(cancellationToken);

        db.CallerReadings.Add(new CallerReading(null, number.Tail, CallerReading.Incoming, who, now));
        db.ContactReadings.AddRange(reports.Select(r => new ContactReading(r.Id, who, ContactReading.SoughtByPhone, now)));
        var emergency = NewCall.Written(request.Caller.Words) is { } words && city.Suggestions.Suggest(words).Emergency;
        return new CallerCard(
            CountCallsHandler.Tally(counts.Select(kind => (kind.Key, kind.Count))), last.Count == 0 ? null : last[0].At, last, [.. reports.Select(r => r.Told)],
            [.. marks.Select(m => MarkItem.Of(m, who.AccountId, now))], emergency, marks.Count > 0 && !emergency);
    }

    private async Task<List<(Guid Id, CallerReport Told)>> OpenReports(byte[] index, City city, CancellationToken ct)
    {
        var closed = city.ConfidentialServices;
        var rows = await db.Reports.AsNoTracking()
            .Where(r => !r.Anonymous && !r.Confidential && !closed.Contains(r.ServiceCode) && r.Status != ReportStatus.Closed && r.Status != ReportStatus.Resolved)
            .Where(r => db.ReporterContacts.Any(c => c.ReportId == r.Id && c.PhoneIndex == index))
            .OrderByDescending(r => r.SubmittedAt).Take(ReportsMax)
            .Select(r => new { r.Id, r.TrackingCode, r.ServiceCode, r.Status, r.AgencyCode, r.SubmittedAt, r.DueAtOrNever }).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Id, new CallerReport(
            r.TrackingCode.ToString(), city.ServiceNamed(r.ServiceCode), r.Status, city.AgencyNamed(r.AgencyCode), r.SubmittedAt, Report.DueAtOf(r.DueAtOrNever))));
    }
}
