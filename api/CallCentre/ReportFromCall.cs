using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;

namespace KediriLapor.CallCentre;

/// <summary>
/// A complaint becomes a report for the caller, through the door that all reports come through. The caller's number goes with it as
/// the contact, unless the caller wishes to stay anonymous or gave another one.
/// </summary>
public sealed record ReportFromCall(Guid CallId, int ExpectedVersion, NewReport Report, Guid? IdempotencyKey) : IIdempotentCommand<CallReport>;

/// <param name="Spoken">The tracking code in groups that are read out one after the other, each letter and digit by itself.</param>
/// <param name="CallVersion">Of the call, which now knows its report.</param>
public sealed record CallReport(ReportReceipt Report, IReadOnlyList<string> Spoken, int CallVersion);

internal sealed class ReportFromCallHandler(AppDb db, CurrentActor actor, Reception reception, CallVault vault, TimeProvider time) : IRequestHandler<ReportFromCall, CallReport>
{
    public async Task<CallReport> Handle(ReportFromCall request, CancellationToken cancellationToken)
    {
        var call = await db.CallAt(request.CallId, request.ExpectedVersion, cancellationToken);
        var receipt = await reception.Take(WithCaller(request.Report, call), placeInWords: true, cancellationToken);
        call.BecomeReport(receipt.Id, actor.Value, time.Now());
        return new CallReport(receipt, Spell(receipt.TrackingCode), call.Version);
    }

    private NewReport WithCaller(NewReport sent, Call call) =>
        sent.Anonymous || sent.Reporter is { Phone: not null } or { Email: not null } || call.PhoneSealed is not { } kept
            ? sent
            : sent with { Reporter = (sent.Reporter ?? new ReporterDetails()) with { Phone = vault.Open(kept) } };

    private static string[] Spell(string trackingCode) => [.. trackingCode.Split('-').Select(group => string.Join(' ', group.ToCharArray()))];
}
