using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Keeps and removes the browsers that hear of a report.</summary>
internal sealed class Browsers(AppDb db, PushVault vault, WebPushSettings settings, TimeProvider time)
{
    private const string Header = "Push-Endpoint";

    /// <summary>A header, because an address is logged on its way, and this one lets whoever has it send.</summary>
    public static string EndpointOf(HttpRequest request) =>
        request.Headers[Header].ToString() is { Length: > 0 and <= PushTarget.EndpointMax } endpoint ? endpoint
            : throw new RuleViolation("required", StatusCodes.Status400BadRequest, Header);

    /// <summary>The same browser counts once, with the keys that it told last.</summary>
    public async Task Keep(Guid reportId, Recipient recipient, BrowserSubscription given, CancellationToken ct)
    {
        var target = PushTarget.Check(given, settings.AllowLocal);
        var (id, browser, who) = (Guid.CreateVersion7(time.Now()), PushSubscription.HashOf(reportId, given.Endpoint), recipient.ToString());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO push_subscriptions (id, report_id, recipient, browser, sealed) VALUES ({id}, {reportId}, {who}, {browser}, {vault.Seal(target)})
            ON CONFLICT (report_id, recipient, browser) DO UPDATE SET sealed = excluded.sealed
            """,
            ct);
    }

    public Task Remove(Guid reportId, Recipient recipient, string endpoint, CancellationToken ct)
    {
        var browser = PushSubscription.HashOf(reportId, endpoint);
        return Of(reportId, recipient).Where(s => s.Browser == browser).ExecuteDeleteAsync(ct);
    }

    public Task KeepNewest(Guid reportId, Recipient recipient, int count, CancellationToken ct) =>
        Of(reportId, recipient).OrderByDescending(s => s.Id).Skip(count).ExecuteDeleteAsync(ct);

    public Task<int> Count(Guid reportId, Recipient recipient, CancellationToken ct) => Of(reportId, recipient).CountAsync(ct);

    private IQueryable<PushSubscription> Of(Guid reportId, Recipient recipient) => db.PushSubscriptions.Where(s => s.ReportId == reportId && s.Recipient == recipient);
}
