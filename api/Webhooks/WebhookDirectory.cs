using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Webhooks;

/// <summary>What its owner wants of a webhook, as a whole: what is left out is for all, or taken away.</summary>
public record WebhookSettingsGiven
{
    [MaxLength(Webhook.NameMax, ErrorMessage = "too_long")]
    public string Name { get; init; } = "";

    /// <summary>Takes deliveries: https, on port 443 or 8443, at an address of the public internet.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(Webhook.UrlMax, ErrorMessage = "too_long")]
    public string Url { get; init; } = "";

    /// <summary>
    /// Of <c>report.submitted</c>, <c>report.routed</c>, <c>report.returned</c>, <c>report.reopened</c>, <c>report.status_changed</c>, <c>report.rated</c>, <c>report.noted</c>,
    /// <c>report.deadline_changed</c>, <c>report.merged</c>, <c>report.absorbed</c>, <c>report.separated</c>, <c>report.released</c>, <c>report.split</c>,
    /// <c>report.handed_over</c>, <c>report.hand_over_acknowledged</c>, <c>report.hand_over_unanswered</c>, <c>report.work_linked</c>, <c>report.work_moved</c>,
    /// <c>report.work_unlinked</c>; null for all, also those that come to be.
    /// </summary>
    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(Webhook.FilterMax, ErrorMessage = "too_many")]
    public string[]? Events { get; init; }

    /// <summary>Whose reports; null for all that the client may see.</summary>
    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(Webhook.FilterMax, ErrorMessage = "too_many")]
    public string[]? Agencies { get; init; }

    /// <summary>What the reports are about; null for all.</summary>
    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(Webhook.FilterMax, ErrorMessage = "too_many")]
    public string[]? Services { get; init; }

    /// <summary>Who is told when it is given up; without it the admins are.</summary>
    [MaxLength(EmailAddress.Max, ErrorMessage = "too_long")]
    public string? NoticeEmail { get; init; }
}

/// <summary>A webhook as its owner and an admin see it.</summary>
/// <param name="Client">The <c>client_id</c> it belongs to.</param>
/// <param name="DisabledBecause">Set while it is disabled.</param>
/// <param name="FailingSince">Since when nothing was taken; null while all goes well.</param>
/// <param name="RestingUntil">Until when it is left alone, because it did not answer or asked for it.</param>
/// <param name="LastSuccessAt">To the minute.</param>
/// <param name="Secrets">Those that sign, newest first.</param>
public sealed record WebhookItem(
    Guid Id, string Client, string Name, string Url, IReadOnlyList<string>? Events, IReadOnlyList<string>? Agencies, IReadOnlyList<string>? Services, string? NoticeEmail,
    WebhookState State, WebhookTrouble? DisabledBecause, DateTimeOffset? DisabledAt, DateTimeOffset? FailingSince, DateTimeOffset? RestingUntil, DateTimeOffset? LastSuccessAt,
    DateTimeOffset CreatedAt, IReadOnlyList<WebhookSecretItem> Secrets, int Version)
{
    internal static WebhookItem Of(Webhook webhook, string client, DateTimeOffset now) => new(
        webhook.Id, client, webhook.Name, webhook.Url, webhook.Events, webhook.Agencies, webhook.Services, webhook.NoticeEmail,
        webhook.State, webhook.Trouble, webhook.DisabledAt, webhook.FailingSince, webhook.RestingUntil > now ? webhook.RestingUntil : null, webhook.LastSuccessAt, webhook.CreatedAt,
        [.. webhook.Secrets.Where(secret => secret.Signs(now)).OrderByDescending(secret => secret.Number).Select(secret => new WebhookSecretItem(secret.Number, secret.CreatedAt, secret.EndsAt))],
        webhook.Version);
}

/// <param name="EndsAt">Null while no newer one takes its place.</param>
public sealed record WebhookSecretItem(int Number, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt);

/// <summary>A webhook and its new secret (<c>whsec_…</c>), which is told here and never again.</summary>
public sealed record WebhookWithSecret(WebhookItem Webhook, string Secret);

/// <summary>Finds webhooks for who may manage them, and checks what is wanted of them.</summary>
internal sealed class WebhookDirectory(AppDb db, CityWatch watch, CurrentActor actor, WebhookTarget target, AdminHistory history, TimeProvider time)
{
    /// <summary>A client's own; all of all clients for an admin. Others do not exist.</summary>
    public IQueryable<Webhook> Managed => actor.Value.Client is { } client ? db.Webhooks.Where(w => w.ClientId == client.Id) : db.Webhooks;

    /// <exception cref="RuleViolation"><c>not_found</c>.</exception>
    public async Task<Webhook> Find(Guid id, CancellationToken ct) =>
        await Managed.Include(w => w.Secrets).SingleOrDefaultAsync(w => w.Id == id, ct) ?? throw RuleViolation.NotFound();

    /// <summary>That it is there for who asks.</summary>
    public async Task Require(Guid id, CancellationToken ct) => _ = await Managed.AnyAsync(w => w.Id == id, ct) ? true : throw RuleViolation.NotFound();

    /// <summary>To be changed by somebody who saw <paramref name="expectedVersion"/>. It is held until that is stored, for deliveries change it too.</summary>
    public async Task<Webhook> Open(Guid id, int expectedVersion, CancellationToken ct)
    {
        await Require(id, ct);
        var webhook = await db.Webhooks.FromSql($"SELECT * FROM webhooks WHERE id = {id} FOR NO KEY UPDATE").Include(w => w.Secrets).SingleOrDefaultAsync(ct) ?? throw RuleViolation.NotFound();
        return webhook.Version == expectedVersion ? webhook : throw AppDb.Stale(webhook.Version);
    }

    /// <summary>To be sent something again. It is held until that is stored: who gives it up meanwhile waits, and then ends that too.</summary>
    /// <exception cref="RuleViolation"><c>not_found</c>; <c>webhook_disabled</c> (409).</exception>
    public async Task<Webhook> ToReplay(Guid id, CancellationToken ct)
    {
        await Require(id, ct);
        var webhook = await db.Webhooks.FromSql($"SELECT * FROM webhooks WHERE id = {id} FOR SHARE").AsNoTracking().SingleOrDefaultAsync(ct) ?? throw RuleViolation.NotFound();
        return webhook.State == WebhookState.Disabled ? throw new RuleViolation("webhook_disabled", StatusCodes.Status409Conflict) : webhook;
    }

    public async Task<WebhookItem> Show(Webhook webhook, CancellationToken ct) =>
        WebhookItem.Of(webhook, await db.ApiClients.Where(c => c.Id == webhook.ClientId).Select(c => c.ClientId).SingleAsync(ct), time.Now());

    /// <exception cref="RuleViolation"><c>unknown_value</c>, <c>unknown_agency</c>, <c>unknown_service</c>, <c>invalid_email</c>, or what <see cref="WebhookTarget"/> refuses.</exception>
    public async Task<WebhookWish> Check(WebhookSettingsGiven given, bool enabled, CancellationToken ct)
    {
        foreach (var type in given.Events ?? [])
        {
            _ = EventTypes.All.Contains(type) ? type : throw new RuleViolation("unknown_value", field: "events").With("allowed", EventTypes.All);
        }

        foreach (var code in given.Agencies ?? [])
        {
            watch.Current.AgencyOr(code, "agencies");
        }

        foreach (var code in given.Services ?? [])
        {
            watch.Current.ServiceOr(code, "services");
        }

        var notice = given.NoticeEmail?.Trim() is { Length: > 0 } email ? email : null;
        if (notice is not null && !EmailAddress.IsOne(notice))
        {
            throw new RuleViolation("invalid_email", field: "noticeEmail");
        }

        await target.Check(given.Url, ct);
        return new WebhookWish(given.Name.Trim(), given.Url, Distinct(given.Events), Distinct(given.Agencies), Distinct(given.Services), notice, enabled);
    }

    /// <summary>Writes beside the edit who made it.</summary>
    /// <param name="after">Null when it is removed.</param>
    public void Note(Webhook webhook, object? before, object? after) =>
        history.Add(AdminSubject.Webhook, webhook.Id.ToString(), after is null ? webhook.Version + 1 : webhook.Version, before, after);

    /// <summary>Edits of one webhook run one after another.</summary>
    public static string TurnOf(Guid id) => $"webhook {id}";

    /// <summary>What an edit can be about.</summary>
    public static object Told(Webhook webhook) => new
    {
        webhook.Name,
        webhook.Url,
        webhook.Events,
        webhook.Agencies,
        webhook.Services,
        webhook.NoticeEmail,
        State = webhook.State.ToString(),
        Secrets = webhook.Secrets.Count,
    };

    private static string[]? Distinct(string[]? values) => values?.Distinct().Order(StringComparer.Ordinal).ToArray();
}
